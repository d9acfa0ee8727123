/** The points: sets to choose from, how they are drawn, how many the network never sees, and the reader's own. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { segmented, slider } from '../../parts/slider';
import { asText, MOST_POINTS, pointsIn, type Trouble } from './table';
import { addPoint, beginAnew, nearestTo, ownPoints, removePoint, takeOver, toolOf, TOOLS, type Tool } from './own';
import { SETS, type Settings } from './choices';
import type { Seen } from './seen';
import { FACE, pointsFace } from './thumbs';

const still = { keepTime: true } as const;

const SET_LABELS: Readonly<Record<Settings['data'], string>> = {
  moons: 'moons',
  circle: 'circle',
  xor: 'xor',
  spiral: 'spiral',
  blobs: 'blobs',
  three: 'three',
  own: 'your own',
};

/** Another set is another ground: weights laid by hand for the old one are let go where they no longer fit. */
function choose(v: Seen, data: Settings['data']): void {
  if (data === 'own') {
    takeOver(v);
    return;
  }
  const other = (data === 'three') !== (v.settings.data === 'three');
  v.set({ data, ...(other ? { weights: [], loss: data === 'three' ? 'cross_entropy' : 'squared_error' } : {}) }, still);
}

function shelf(v: Seen): TemplateResult {
  const pictures = v.model.samples();
  return html`<fieldset class="shelf" part="choice">
    <legend class="unseen">points</legend>
    ${SETS.map((name) => {
      const points = pictures.get(name);
      return html`<label>
        <input
          type="radio"
          name=${`${v.id}-set`}
          .checked=${name === v.settings.data}
          @change=${() => choose(v, name)}
        />
        <svg width=${FACE.width} height=${FACE.height} viewBox=${`0 0 ${FACE.width} ${FACE.height}`} aria-hidden="true">
          ${points ? pointsFace(points) : svg`<path class="gd-solid-line" d="M20 28L35 10l4 4L24 31l-6 2Z"></path>`}
        </svg>
        <span>${SET_LABELS[name]}</span>
      </label>`;
    })}
  </fieldset>`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function drawnSet(v: Seen): TemplateResult {
  const { settings: s } = v;
  return html`<div class="hyperparameters">
    ${slider({ id: `${v.id}-count`, label: 'points', value: s.count, min: 20, max: 400, step: 10, input: (count) => v.set({ count: Math.round(count) }, still) })}
    ${slider({ id: `${v.id}-noise`, label: 'noise', value: s.noise, min: 0, max: 0.5, step: 0.01, input: (noise) => v.set({ noise }, still) })}
    ${unseen(v)}
    <button type="button" class="pill draw" @click=${() => v.set({ draw: s.draw + 1 }, still)}>draw others</button>
  </div>`;
}

const unseen = (v: Seen): TemplateResult =>
  slider({
    id: `${v.id}-unseen`,
    label: 'never seen',
    value: v.settings.unseen,
    min: 0,
    max: 0.8,
    step: 0.05,
    text: percent,
    input: (share) => v.set({ unseen: Math.round(share * 100) / 100 }, still),
  });

interface Draft {
  readonly open?: boolean;
  readonly text?: string;
  readonly trouble?: Trouble | undefined;
}

const draftOf = (v: Seen): Draft => (v.local['draft'] as Draft | undefined) ?? {};
const draft = (v: Seen, change: Draft): void => v.setLocal({ draft: { ...draftOf(v), ...change } });

/** Larger files are somebody's mistake. */
const LARGEST_FILE = 1_000_000;

export function take(v: Seen, text: string): void {
  const points = pointsIn(v.model.readCsv(text));
  if ('text' in points) {
    draft(v, { open: true, text, trouble: points });
    return;
  }
  v.set({ data: 'own', points, unseen: 0 });
  v.setLocal({ draft: { open: false } });
}

async function readFile(v: Seen, file: File | undefined): Promise<void> {
  if (!file) return;
  if (file.size > LARGEST_FILE) draft(v, { open: true, trouble: { text: 'Give a table of at most 1 MB.', row: -1 } });
  else take(v, await file.text());
}

function paste(v: Seen): TemplateResult {
  const { text, trouble } = draftOf(v);
  const area = (e: Event): string =>
    (e.currentTarget as Element).closest('.paste')?.querySelector('textarea')?.value ?? '';
  return html`<div class="paste" role="group" aria-label="Your own points as a table">
    <label for=${`${v.id}-table`}
      >Three columns: x₁, x₂ and the class (two different numbers); at most ${MOST_POINTS} rows.</label
    >
    <textarea
      id=${`${v.id}-table`}
      rows="4"
      spellcheck="false"
      autocomplete="off"
      aria-invalid=${trouble ? 'true' : 'false'}
      aria-describedby=${trouble ? `${v.id}-trouble` : nothing}
      .value=${text ?? ''}
      @input=${(e: Event) => draft(v, { text: (e.target as HTMLTextAreaElement).value })}
    ></textarea>
    ${trouble ? html`<p id=${`${v.id}-trouble`} class="problem" role="alert">${trouble.row > 0 ? `Line ${trouble.row}: ` : ''}${trouble.text}</p>` : nothing}
    <div class="paste-actions">
      <button type="button" class="pill strong" @click=${(e: Event) => take(v, area(e))}>draw these points</button>
      <label class="pill file"
        >choose a file<input
          type="file"
          accept=".csv,.tsv,.txt,text/*"
          @change=${(e: Event) => void readFile(v, (e.target as HTMLInputElement).files?.[0])}
      /></label>
      <button type="button" class="link" @click=${() => draft(v, { open: false })}>cancel</button>
    </div>
  </div>`;
}

function own(v: Seen): TemplateResult {
  const { x, y } = v.settings;
  const count = ownPoints(v).length / 3;
  const tool = toolOf(v);
  const link = (label: string, press: () => void): TemplateResult =>
    html`<button type="button" class="link" @click=${press}>${label}</button>`;
  return html`<div
    class="own"
    @dragover=${(e: DragEvent) => e.preventDefault()}
    @drop=${(e: DragEvent) => {
      e.preventDefault();
      void readFile(v, e.dataTransfer?.files[0]);
    }}
  >
    ${segmented<Tool>({
      id: `${v.id}-tool`,
      label: 'press on the map for',
      value: tool,
      options: TOOLS.map((value) => ({ value, label: value })),
      input: (next) => v.setLocal({ tool: next }),
    })}
    <p class="own-row">
      <span>${count} points, yours.</span>
      ${link('set one down at the crosshair', () => addPoint(v, x, y, tool === 'water' ? 0 : 1))}
      ${link('rub out the one nearest to it', () => removePoint(v, nearestTo(v, x, y)))}
      ${link('begin with two', () => beginAnew(v))}
      ${link('as a table', () => draft(v, { open: true, text: asText(v), trouble: undefined }))}
    </p>
    ${draftOf(v).open ? paste(v) : html`<div class="hyperparameters">${unseen(v)}</div>`}
  </div>`;
}

export function data(v: Seen): TemplateResult {
  return html`<div data-spot="points">${shelf(v)} ${v.settings.data === 'own' ? own(v) : drawnSet(v)}</div>`;
}
