/** The last few rows of a run, the current one marked, and all of them to copy. */
import { html, type TemplateResult } from 'lit';
import { fixed } from '../plot/format';
import { clamp } from '../plot/scales';
import { copyButton, type Memory } from './copy';
import { asTabs, excerpt, type Excerpt } from './number-table';

/** The table's first column are the steps from 0; its numbers read with three decimals unless `text` says otherwise. */
export interface StepsTableOptions extends Pick<Excerpt, 'table' | 'leaves' | 'text' | 'footer'> {
  readonly step: number;
  readonly memory: Memory;
}

const SHOWN = 3;

export function stepsTable({ step, memory, ...o }: StepsTableOptions): TemplateResult {
  const rows = o.table.rows.length;
  const first = clamp(step - SHOWN + 1, 0, Math.max(0, rows - SHOWN));
  return html`<div class="steps-table" part="table">
    ${excerpt({ text: (value) => fixed(value), ...o, first, count: SHOWN, now: step, unseen: true })}
    ${copyButton(memory, 'steps', `copy all ${rows} rows`, () => asTabs(o.table))}
  </div>`;
}
