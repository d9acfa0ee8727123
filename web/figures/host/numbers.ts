/** The numbers behind the pictures: closed, and not even asked for, until somebody opens them. */
import { html, nothing, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import type { NumberTable } from '../../parts/number-table';
import type { Model, View } from '../figure';
import type { SettingTable } from '../settings';

type AnyView = View<SettingTable, Model>;

const isOpen = ({ local }: AnyView): boolean => local['numbers'] === true;
const place = ({ id }: AnyView): string => `${id}-numbers`;

export function numbersButton(v: AnyView): TemplateResult {
  const open = isOpen(v);
  return html`<button
    type="button"
    class="link"
    aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${place(v)}
    @click=${() => v.setLocal({ numbers: !open })}
  >
    the numbers
  </button>`;
}

/** How they are written is a piece of its own. */
const writer = new Late(() => import('../../parts/paged-table'));

/** `tables` is called only while they are open. */
export function numbersBelow(v: AnyView, tables: () => readonly NumberTable[]): TemplateResult {
  const open = isOpen(v);
  const written = (): TemplateResult =>
    writer.draw(
      ({ numberTable }) =>
        html`${tables().map((table, i) => numberTable({ id: `${place(v)}-${i}`, table, step: v.step, memory: v }))}`,
      () => v.setLocal({}),
    );
  const shown = open ? written() : nothing;
  return html`<div id=${place(v)} class="number-tables" part="numbers" ?hidden=${!open}>${shown}</div>`;
}
