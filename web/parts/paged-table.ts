/**
 * A whole table of numbers, for whoever cannot see the picture: however many rows there are, the page holds a windowful
 * of them. It comes when the numbers are first opened.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { clamp } from '../plot/scales';
import { copyButton, type Memory } from './copy';
import { asTabs, excerpt, type NumberTable } from './number-table';

/** Rows in sight. */
const SIGHT = 9;

/** Where the reader has paged to. */
interface Paged {
  readonly first: number;
  /** The current row then: when the time line moves on, so does the window. */
  readonly now: number;
}

export interface NumberTableOptions {
  /** Unique within the page. */
  readonly id: string;
  readonly table: NumberTable;
  readonly step: number;
  readonly memory: Memory;
}

interface Window {
  readonly first: number;
  /** The last row that it may begin with; 0 where everything is in sight. */
  readonly last: number;
  readonly go: (first: number) => void;
}

/** Up and down the rows; sideways keys are left to a box that scrolls. */
function pageByKey(e: KeyboardEvent, { first, last, go }: Window): void {
  const ways: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -SIGHT, PageDown: SIGHT };
  const to = { Home: 0, End: last }[e.key] ?? first + (ways[e.key] ?? NaN);
  if (Number.isNaN(to) || !last || e.ctrlKey || e.metaKey || e.altKey) return;
  e.preventDefault();
  go(to);
}

/** `asked`: the reader has paged, and hears where that led; what only follows the time line stays silent. */
function pager({ first, last, go }: Window, rows: number, asked: boolean): TemplateResult {
  const turn = (sign: string, label: string, by: number, able: boolean): TemplateResult =>
    html`<button
      type="button"
      class="round small"
      aria-label=${label}
      aria-disabled=${able ? nothing : 'true'}
      @click=${() => go(first + by)}
    >
      ${sign}
    </button>`;
  return html`${turn('‹', 'Earlier rows', -SIGHT, first > 0)}
    <span aria-live=${asked ? 'polite' : 'off'}>rows ${first + 1} to ${first + SIGHT} of ${rows}</span>
    ${turn('›', 'Later rows', SIGHT, first < last)}`;
}

/** The whole table, a windowful at a time: it follows the time line, or pages by button and key. */
export function numberTable({ id, table, step, memory }: NumberTableOptions): TemplateResult {
  const { rows, columns, caption } = table;
  const now = columns[0]?.name === 'step' ? rows.findIndex((row) => row[0] === step) : -1;
  const last = Math.max(0, rows.length - SIGHT);
  const paged = memory.local[id] as Paged | undefined;
  const asked = paged?.now === now;
  const first = clamp(asked ? paged.first : now - (SIGHT >> 1), 0, last);
  const go = (to: number): void => memory.setLocal({ [id]: { first: clamp(to, 0, last), now } });
  const window = { first, last, go };
  return html`<div class="number-table">
    <div
      class="sideways"
      role="group"
      tabindex="0"
      aria-label=${caption}
      @keydown=${(e: KeyboardEvent) => pageByKey(e, window)}
    >
      ${excerpt({ table, first, count: SIGHT, now })}
    </div>
    <p>${last ? pager(window, rows.length, asked) : nothing} ${copyButton(memory, id, 'copy', () => asTabs(table))}</p>
  </div>`;
}
