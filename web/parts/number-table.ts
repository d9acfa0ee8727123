/**
 * The numbers behind a picture: as a table for whoever cannot see it, and as text for other programs. However
 * many rows there are, the page holds a windowful of them.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { exact, fixed, grouped } from '../plot/format';
import { clamp } from '../plot/scales';
import { copyButton, type Memory } from './copy';

export interface NumberTable {
  readonly caption: string;
  /** The first one heads its row. If it is called `step`, rows belong to moments of the time line. */
  readonly columns: readonly {
    readonly name: string;
    readonly unit?: string;
    /** What its numbers are in the page's dictionary of colours. */
    readonly idea?: 'parameter' | 'gradient' | 'loss' | 'optimum' | 'guess';
  }[];
  /** As many cells as columns; what has no finite number is a text, perhaps an empty one. */
  readonly rows: readonly (readonly (number | string)[])[];
}

type Column = NumberTable['columns'][number];

const heading = ({ name, unit }: Column): string => (unit ? `${name} (${unit})` : name);

/** Heading and rows with exact numbers: read back, they are the same to the last bit. */
function asLines({ columns, rows }: NumberTable, separator: string, write: (text: string) => string): string {
  const cell = (value: number | string): string => (typeof value === 'number' ? exact(value) : write(value));
  return [columns.map(heading), ...rows].map((row) => row.map(cell).join(separator)).join('\n');
}

/** A spreadsheet would compute a text that begins like a formula; an apostrophe keeps it a text. */
const harmless = (text: string): string => text.replace(/^[=+@-]/, "'$&").replace(/\s/g, ' ');

/** Comma-separated, one heading line; texts are quoted where they must be (RFC 4180). */
export function asCsv(table: NumberTable): string {
  // Where no comma says what separates, a space could be taken for it.
  const dubious = table.columns.length > 1 ? /.*[",;].*/ : /.*[",; ].*/;
  return asLines(table, ',', (text) => harmless(text).replace(dubious, (t) => `"${t.replaceAll('"', '""')}"`));
}

/** Tab-separated, as spreadsheets paste it. */
export const asTabs = (table: NumberTable): string => asLines(table, '\t', harmless);

/** Which rows and columns of a table are shown, and how. */
export interface Excerpt {
  readonly table: NumberTable;
  /** Index of the first row shown, and how many are. */
  readonly first: number;
  readonly count: number;
  /** Index of the row that belongs to the current step; -1 if none does. */
  readonly now: number;
  /** Whether the caption is for screen readers only. */
  readonly unseen?: boolean;
  /** Columns left out for want of room, by name; default: none. */
  readonly leaves?: (name: string) => boolean;
  /** How a column's numbers read; default: to four digits, or whole where all of them are. */
  readonly text?: (value: number, name: string) => string;
  /** A row below all others. */
  readonly footer?: TemplateResult;
}

/** A column with its place among all of them, which reads as whole numbers where all of it is. */
type Shown = Column & { readonly i: number; readonly whole: boolean };

const isWhole = ({ rows }: NumberTable, i: number): boolean =>
  rows.every(({ [i]: value }) => typeof value !== 'number' || Number.isInteger(value));

function cell({ text }: Excerpt, { name, i, whole }: Shown, value: number | string): TemplateResult {
  const exactly = typeof value === 'number' ? exact(value) : value;
  const read = (x: number): string =>
    i && text ? text(x, name) : whole && Math.abs(x) < 1e4 ? fixed(x, 0) : grouped(x);
  const shown = typeof value === 'number' ? read(value) : value;
  const title = exactly === shown ? nothing : exactly;
  return i ? html`<td title=${title}>${shown}</td>` : html`<th scope="row" title=${title}>${shown}</th>`;
}

export function excerpt(o: Excerpt): TemplateResult {
  const { table, first, count, now, leaves, footer } = o;
  const shown = table.columns
    .map((column, i): Shown => ({ ...column, i, whole: isWhole(table, i) }))
    .filter(({ name }) => !leaves?.(name));
  return html`<table aria-rowcount=${table.rows.length + 1}>
    <caption class=${o.unseen ? 'unseen' : ''}>
      ${table.caption}
    </caption>
    <thead>
      <tr aria-rowindex="1">
        ${shown.map((c) => html`<th scope="col" class=${c.idea ? `idea-${c.idea}` : ''}>${heading(c)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${table.rows.slice(first, first + count).map((values, k) => {
        const row = first + k;
        return html`<tr
          class=${row === now ? 'now' : now >= 0 && row > now ? 'ahead' : ''}
          aria-current=${row === now ? 'step' : nothing}
          aria-rowindex=${row + 2}
        >
          ${shown.map((column) => cell(o, column, values[column.i] ?? ''))}
        </tr>`;
      })}
    </tbody>
    ${
      footer
        ? html`<tfoot>
            ${footer}
          </tfoot>`
        : nothing
    }
  </table>`;
}

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
