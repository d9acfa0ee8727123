/** The last few rows of a run, the current one marked, and all of them to copy. */
import { html, nothing, type TemplateResult } from 'lit';
import { exact, fixed } from '../plot/format';

export interface Column {
  readonly name: string;
  readonly idea?: 'parameter' | 'gradient' | 'loss';
  readonly value: (row: number) => number;
  /** How a value reads; default: three decimals. */
  readonly text?: (value: number) => string;
}

export interface StepsTableOptions {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly step: number;
  readonly shown?: number;
  /** A row below all steps, such as where they should lead. */
  readonly footer?: TemplateResult;
  readonly copied: boolean;
  readonly copy: (text: string) => void;
}

/** Tab-separated, exact values: what a spreadsheet or NumPy reads back to the last bit. */
export function asText(columns: readonly Column[], rows: number): string {
  const head = ['step', ...columns.map((c) => c.name)].join('\t');
  const lines = Array.from({ length: rows }, (_, row) => [row, ...columns.map((c) => exact(c.value(row)))].join('\t'));
  return [head, ...lines].join('\n');
}

export function stepsTable(o: StepsTableOptions): TemplateResult {
  const shown = o.shown ?? 3;
  const first = Math.max(0, Math.min(o.step - shown + 1, o.rows - shown));
  const rows = Array.from({ length: Math.min(shown, o.rows) }, (_, i) => first + i);
  return html`
    <div class="steps-table" part="table">
      <table>
        <caption class="unseen">
          ${o.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">step</th>
            ${o.columns.map((c) => html`<th scope="col">${c.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr class=${row === o.step ? 'now' : row > o.step ? 'ahead' : ''}>
                <th scope="row">${row}</th>
                ${o.columns.map((c) => html`<td title=${exact(c.value(row))}>${(c.text ?? fixed)(c.value(row))}</td>`)}
              </tr>`,
          )}
        </tbody>
        ${
          o.footer
            ? html`<tfoot>
                ${o.footer}
              </tfoot>`
            : nothing
        }
      </table>
      <button type="button" class="link" @click=${() => o.copy(asText(o.columns, o.rows))}>
        ${o.copied ? 'copied' : `copy all ${o.rows} rows`}
      </button>
    </div>
  `;
}
