/** The numbers behind a picture: as an excerpt for whoever reads, and as text for other programs. */
import { html, nothing, type TemplateResult } from 'lit';
import { exact, fixed, grouped } from '../plot/format';

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
