/** What stands below the picture, one at a time. */
import { html, type TemplateResult } from 'lit';
import { presetButtons } from '../../parts/presets';
import { tabs, type Tab } from '../../parts/tabs';
import { SENTENCE, type Settings } from './choices';
import { table } from './dots';
import { gamePanel } from './game-panel';
import { rare } from './rare';
import { WIDE } from './room';
import type { Seen } from './seen';
import { text } from './text-panel';
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

const plain = { text: '', sentence: SENTENCE, row: 0, column: 0, optimizer: 'gradient_descent' } as const;
const presets: readonly { readonly label: string; readonly values: Partial<Settings>; readonly at: number }[] = [
  { label: 'all alike', values: { ...plain, rate: 20 }, at: 0 },
  { label: 'learned', values: { ...plain, rate: 20 }, at: 1000 },
  { label: 'rate 150 swings', values: { ...plain, rate: 150 }, at: 100 },
  { label: 'Adam', values: { ...plain, optimizer: 'adam', rate: 0.1 }, at: 100 },
];

export function panels(v: Seen): TemplateResult {
  const narrow = v.width < WIDE;
  const all: readonly Tab<Panel>[] = [
    { name: 'writes', label: 'it writes', content: () => writes(v) },
    ...(narrow ? [{ name: 'table', label: 'table', content: () => tableAlone(v) } as const] : []),
    { name: 'rare', label: narrow ? 'rare' : 'rare letters', content: () => rare(v) },
    { name: 'text', label: narrow ? 'text' : 'your text', content: () => text(v) },
    { name: 'game', label: narrow ? 'game' : 'Shannon’s game', content: () => gamePanel(v) },
  ];
  return html`${tabs<Panel>({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: all,
  })}
  ${
    v.settings.panel === 'rare'
      ? presetButtons(presets, ({ values, at }) => {
          v.set(values, { keepTime: true });
          v.go(at);
        })
      : ''
  }`;
}
