/** The picture: three instruments under their names, one at a time. */
import type { TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { edgePicture } from './edge-plot';
import { endsPicture } from './ends-plot';
import type { Seen } from './seen';
import { slicePicture } from './slice-plot';

const PICTURES = { slice: slicePicture, ends: endsPicture, edge: edgePicture } as const;

export function plot(v: Seen): TemplateResult {
  // A still picture is a drawing and nothing else.
  if (v.local['still'] === true) return PICTURES[v.settings.view](v);
  const narrow = v.width < 440;
  return tabs({
    id: `${v.id}-view`,
    label: 'Instruments',
    open: v.settings.view,
    choose: (view) => v.set({ view }, { keepTime: true }),
    tabs: [
      { name: 'slice', label: narrow ? 'a slice' : 'a slice of the landscape', content: () => slicePicture(v) },
      { name: 'ends', label: narrow ? 'many ends' : 'where runs end', content: () => endsPicture(v) },
      { name: 'edge', label: narrow ? 'the edge' : 'the edge of stability', content: () => edgePicture(v) },
    ],
  });
}
