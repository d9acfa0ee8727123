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
export const asCsv = (table: NumberTable): string =>
  asLines(table, ',', (text) => harmless(text).replace(/.*[",;].*/, (t) => `"${t.replaceAll('"', '""')}"`));

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

/** A column reads as whole numbers where all of it is. */
const isWhole = ({ rows }: NumberTable, i: number): boolean =>
  rows.every(({ [i]: value }) => typeof value !== 'number' || Number.isInteger(value));

export function excerpt(o: Excerpt): TemplateResult {
  const { table, first, count, now } = o;
  const shown = table.columns
    .map((column, i) => ({ ...column, i, whole: isWhole(table, i) }))
    .filter(({ name }) => !o.leaves?.(name));
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
        const cells = shown.map(({ name, i, whole }) => {
          const value = values[i] ?? '';
          if (typeof value === 'string') return i ? html`<td>${value}</td>` : html`<th scope="row">${value}</th>`;
          const text =
            i && o.text ? o.text(value, name) : whole && Math.abs(value) < 1e4 ? fixed(value, 0) : grouped(value);
          return i ? html`<td title=${exact(value)}>${text}</td>` : html`<th scope="row">${text}</th>`;
        });
        return html`<tr
          class=${row === now ? 'now' : now >= 0 && row > now ? 'ahead' : ''}
          aria-current=${row === now ? 'step' : nothing}
          aria-rowindex=${row + 2}
        >
          ${cells}
        </tr>`;
      })}
    </tbody>
    ${
      o.footer
        ? html`<tfoot>
            ${o.footer}
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

/** The whole table, a windowful at a time: it follows the time line, or pages by button and key. */
export function numberTable({ id, table, step, memory }: NumberTableOptions): TemplateResult {
  const { rows, columns, caption } = table;
  const now = columns[0]?.name === 'step' ? rows.findIndex((row) => row[0] === step) : -1;
  const last = Math.max(0, rows.length - SIGHT);
  const paged = memory.local[id] as Paged | undefined;
  const here = paged?.now === now;
  const first = clamp(here ? paged.first : now - (SIGHT >> 1), 0, last);
  const go = (to: number): void => memory.setLocal({ [id]: { first: clamp(to, 0, last), now } });
  const keys = (e: KeyboardEvent): void => {
    const ways: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -SIGHT, PageDown: SIGHT };
    const to = { Home: 0, End: last }[e.key] ?? first + (ways[e.key] ?? NaN);
    if (Number.isNaN(to) || !last) return;
    e.preventDefault();
    go(to);
  };
  const turn = (sign: string, label: string, by: number): TemplateResult => {
    const able = clamp(first + by, 0, last) !== first;
    return html`<button
      type="button"
      class="round small"
      aria-label=${label}
      aria-disabled=${able ? nothing : 'true'}
      @click=${() => able && go(first + by)}
    >
      ${sign}
    </button>`;
  };
  return html`<div class="number-table">
    <div class="sideways" role="group" tabindex="0" aria-label=${caption} @keydown=${keys}>
      ${excerpt({ table, first, count: SIGHT, now })}
    </div>
    <p>
      ${
        last
          ? html`${turn('‹', 'Earlier rows', -SIGHT)}
              <span aria-live=${here ? 'polite' : 'off'}
                >rows ${first + 1} to ${first + Math.min(SIGHT, rows.length)} of ${rows.length}</span
              >
              ${turn('›', 'Later rows', SIGHT)}`
          : nothing
      }
      ${copyButton(memory, id, 'copy', () => asTabs(table))}
    </p>
  </div>`;
}
