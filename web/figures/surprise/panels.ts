/** What stands below the picture, one at a time. */
import { html, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { tabs, type Tab } from '../../parts/tabs';
import type { Settings } from './choices';
import { table } from './dots';
import { gamePanel } from './game-panel';
import { WIDE } from './room';
import type { Seen } from './seen';
import { writes } from './writes';

type Panel = Settings['panel'];

/** In a narrow column the table is no part of the picture. */
function tableAlone(v: Seen): TemplateResult {
  const size = Math.min(v.width - 22, 420);
  const box = { left: 20, top: 18, right: 20 + size, bottom: 18 + size };
  return html`<svg
    width=${v.width}
    height=${box.bottom + 22}
    viewBox=${`0 0 ${v.width} ${box.bottom + 22}`}
    role="group"
    aria-label="The table"
  >
    ${table(v, box)}
  </svg>`;
}

export const contents = new Late(() => import('./contents'));

const later = (v: Seen, name: 'rare' | 'text'): TemplateResult =>
  contents.draw(
    (all) => all[name](v),
    () => v.setLocal({}),
  );

export function panels(v: Seen): TemplateResult {
  const narrow = v.width < WIDE;
  const all: readonly Tab<Panel>[] = [
    { name: 'writes', label: 'it writes', content: () => writes(v) },
    ...(narrow ? [{ name: 'table', label: 'table', content: () => tableAlone(v) } as const] : []),
    { name: 'rare', label: narrow ? 'rare' : 'rare letters', content: () => later(v, 'rare') },
    { name: 'text', label: narrow ? 'text' : 'your text', content: () => later(v, 'text') },
    { name: 'game', label: narrow ? 'game' : 'Shannon’s game', content: () => gamePanel(v) },
  ];
  return tabs<Panel>({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: all,
  });
}
