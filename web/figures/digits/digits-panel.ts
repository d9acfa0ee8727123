/** Which digits: generated ones, people's, or the reader's own files. */
import { html, type TemplateResult } from 'lit';
import { slider } from '../../parts/slider';
import { count } from '../../plot/format';
import type { Settings } from './choices';
import { filesOf } from './files';
import type { Seen } from './seen';
import { takeFiles } from './dropped';
import { bring, bringingNow, offered, stop } from './bringing';

const still = { keepTime: true } as const;

const size = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;

function choose(v: Seen, data: Settings['data']): void {
  v.set({ data }, still);
}

interface Row {
  readonly data: Settings['data'];
  readonly label: string;
  readonly note: string;
}

function source(v: Seen, { data, label, note }: Row): TemplateResult {
  return html`<label class="source">
    <input
      type="radio"
      name=${`${v.id}-source`}
      .checked=${v.settings.data === data}
      @change=${() => choose(v, data)}
    />
    <span>${label}</span> <span class="quiet small">${note}</span>
  </label>`;
}

function real(v: Seen): (TemplateResult | string)[] {
  const coming = bringingNow(v);
  return offered().map((piece) => {
    const { name, training, test, bytes } = piece;
    const note = `${count(training)} to learn from, ${count(test)} to be tested on`;
    if (filesOf(name))
      return source(v, { data: name, label: `${count(training)} people’s`, note: `${count(test)} unseen` });
    const busy = coming?.name === name && coming.state === 'coming';
    return html`<p class="source">
      ${
        busy
          ? html`<progress max=${Math.max(1, coming.bytes)} value=${coming.arrived}></progress
              ><span class="small">${size(coming.arrived)} of ${size(coming.bytes)}</span
              ><button type="button" class="link" @click=${() => stop(v)}>cancel</button>`
          : html`<button
              type="button"
              class="pill"
              title=${note}
              @click=${() => bring(v, piece, () => choose(v, name))}
            >
              load ${count(training)} people’s${bytes ? `, ${size(bytes)}` : ''}
            </button>`
      }
      ${coming?.name === name && coming.state === 'failed' ? html`<span class="problem" role="alert">${coming.text}</span>` : ''}
    </p>`;
  });
}

export function digits(v: Seen): TemplateResult {
  const { settings: s, model } = v;
  const trouble = (v.local['dropped'] as { readonly text?: string } | undefined)?.text ?? model.trouble;
  const tested = s.data === 'generated';
  return html`<div
    class="sources"
    data-spot="digits"
    @dragover=${(e: DragEvent) => e.preventDefault()}
    @drop=${(e: DragEvent) => {
      e.preventDefault();
      void takeFiles(v, e.dataTransfer?.files);
    }}
  >
    <div>
      ${source(v, { data: 'generated', label: 'generated', note: `${count(s.count)} by the engine’s own pen` })}
      ${real(v)} ${filesOf('own') ? source(v, { data: 'own', label: 'your files', note: '' }) : ''}
    </div>
    <div>
      ${
        tested
          ? html`${slider({ id: `${v.id}-count`, label: 'how many', value: s.count, min: 500, max: 20000, step: 500, text: count, input: (n) => v.set({ count: Math.round(n) }, still) })}
              <label class="toggle"
                ><input
                  type="checkbox"
                  .checked=${s.tested === 'real'}
                  @change=${(e: Event) => testOn(v, (e.target as HTMLInputElement).checked)}
                /><span>test it on people’s handwriting</span></label
              >`
          : ''
      }
      <p class="drop">
        Drop IDX files here, plain or gzip: pictures and labels.
        <label class="pill file"
          >choose files<input
            type="file"
            multiple
            @change=${(e: Event) => void takeFiles(v, (e.target as HTMLInputElement).files)}
        /></label>
      </p>
      ${trouble ? html`<p class="problem" role="alert">${trouble}</p>` : ''}
    </div>
  </div>`;
}

/** People's handwriting has to be there first; the smallest piece always is. */
function testOn(v: Seen, on: boolean): void {
  v.set({ tested: on ? 'real' : 'alike' }, still);
}
