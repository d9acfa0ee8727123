/** Above the picture: what is descended. A formula with its slopes, or the network's shape; and the list to begin from. */
import { html, nothing, type TemplateResult } from 'lit';
import { NAMES, PRESETS, type Name, type Place } from './grounds';
import { allowed, isPreparing, isTask, type Mistake, type Seen } from './seen';
import { DATA, SQUASHES, type Settings } from './settings';
import { tag } from './tags';

/** What is being typed, and what is wrong with it; a faulty formula leaves the last map where it is. */
interface Typed {
  readonly text: string;
  readonly mistake: Mistake | null;
  /** Of the formula that stood there meanwhile: when that changes, what was typed is over. */
  readonly beside: string;
}

const typedOf = (v: Seen): Typed | undefined => {
  const typed = v.local['typed'] as Typed | undefined;
  return typed?.beside === v.settings.formula ? typed : undefined;
};

function type(v: Seen, text: string): void {
  const mistake = v.model.read(text);
  v.setLocal({ typed: { text, mistake, beside: mistake ? v.settings.formula : text } });
  if (!mistake) v.set({ formula: text }, { keepTime: true });
}

/** What a message puts between backticks is set as it is typed. */
const quoted = (message: string): unknown[] =>
  message.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

/** The typed text again, with the place of the mistake marked; past its end, a mark stands there. */
function marked({ text, mistake }: Typed): TemplateResult | typeof nothing {
  if (!mistake || mistake.position < 0) return nothing;
  const [letter = ''] = text.slice(mistake.position);
  return html`<code
    >${text.slice(0, mistake.position)}<mark>${letter || '\u2002'}</mark>${text.slice(mistake.position + letter.length)}</code
  >`;
}

function slopes(v: Seen): TemplateResult[] {
  return v.model
    .slopes(v.settings.formula)
    .map(
      ([name, text]) => html`<span><i>∂/∂${name}</i> <b class="idea-gradient">${text || 'too long to read'}</b></span>`,
    );
}

function formula(v: Seen): TemplateResult | typeof nothing {
  const state = allowed(v, 'formula');
  if (state === 'gone') return nothing;
  const typed = typedOf(v);
  const mistake = typed?.mistake ?? null;
  return html`<div class="formula-row" data-spot="formula">
      <label for=${`${v.id}-formula`} class="idea-loss">loss =</label>
      <input
        id=${`${v.id}-formula`}
        type="text"
        maxlength="200"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        ?readonly=${state === 'see'}
        aria-invalid=${mistake ? 'true' : 'false'}
        aria-describedby=${`${v.id}-read`}
        .value=${typed?.text ?? v.settings.formula}
        @input=${(e: Event) => type(v, (e.target as HTMLInputElement).value)}
      />
      ${beginning(v)} ${tag(v, 'formula')}
    </div>
    <div id=${`${v.id}-read`} class=${mistake ? 'slopes problem' : 'slopes'} role="status" data-spot="slopes">
      ${mistake && typed ? html`${marked(typed)} <span>${quoted(`${mistake.message} ${mistake.remedy}`)}</span>` : slopes(v)}
    </div>`;
}

/** All that a place sets; what belongs to another is taken back. */
export const placed = (place: Place): Partial<Settings> => ({
  mode: 'function',
  noise: 0,
  seed: 1,
  picked: place.runs.length,
  ...place,
});

function begin(v: Seen, change: Partial<Settings>): void {
  v.setLocal({ typed: undefined, opened: undefined });
  v.set(change);
  v.play();
}

const isName = (name: string): name is Name => NAMES.some((known) => known === name);

async function go(v: Seen, name: string): Promise<void> {
  const place = PRESETS[name];
  if (place) begin(v, placed(place));
  else if (isName(name)) begin(v, placed((await import('./named')).NAMED[name]));
  else if (name === 'network') begin(v, NETWORK);
}

/** Chapter 8's network on its points and from its start, and three rules that train it. */
export const NETWORK: Partial<Settings> = {
  mode: 'network',
  data: 'moons',
  layers: [4],
  squash: 'tanh',
  batch: 0,
  steps: 300,
  seed: 392,
  noise: 0,
  picked: 3,
  runs: [
    { rule: { name: 'gradient_descent', options: { learningRate: 0.2 } }, schedule: undefined },
    { rule: { name: 'momentum', options: { learningRate: 0.05 } }, schedule: undefined },
    { rule: { name: 'adam', options: { learningRate: 0.03 } }, schedule: undefined },
  ],
};

/** Where to begin from. A list and no setting: it says what to do, and stands at its first line again. */
function beginning(v: Seen): TemplateResult | typeof nothing {
  if (isTask(v) && !isPreparing(v)) return nothing;
  const group = (label: string, names: readonly string[]): TemplateResult =>
    html`<optgroup label=${label}>${names.map((name) => html`<option value=${name}>${name}</option>`)}</optgroup>`;
  return html`<select
    class="begin"
    aria-label="Begin from"
    .value=${''}
    @change=${(e: Event) => {
      const list = e.target as HTMLSelectElement;
      void go(v, list.value);
      list.value = '';
    }}
  >
    <option value="">try …</option>
    ${group('to look at', Object.keys(PRESETS))} ${group('known by name', NAMES)}
    <optgroup label="with data"><option value="network">a network</option></optgroup>
  </select>`;
}

function list<N extends string>(label: string, value: N, all: readonly N[], choose: (name: N) => void): TemplateResult {
  return html`<label class="listed"
    >${label}
    <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value as N)}>
      ${all.map((name) => html`<option value=${name} ?selected=${name === value}>${name}</option>`)}
    </select></label
  >`;
}

const SHAPES = ['2', '3', '4', '6', '8', '4,4', '8,8'] as const;

function network(v: Seen): TemplateResult {
  const { data, layers, squash, batch } = v.settings;
  const shape = layers.join(',') as (typeof SHAPES)[number];
  const still = { keepTime: true } as const;
  const shapes = SHAPES.includes(shape) ? SHAPES : [...SHAPES, shape];
  return html`<div class="formula-row network-row" data-spot="formula">
    ${list('points', data, DATA, (name) => v.set({ data: name }, still))}
    ${list('hidden', shape, shapes, (name) => v.set({ layers: name.split(',').map(Number) }, still))}
    ${list('squash', squash, SQUASHES, (name) => v.set({ squash: name }, still))}
    ${list(
      'batch',
      batch === 0 ? 'all' : String(batch),
      [...new Set(['1', '8', '32', 'all', batch === 0 ? 'all' : String(batch)])],
      (name) => v.set({ batch: name === 'all' ? 0 : Number(name) }, still),
    )}
    ${beginning(v)}
  </div>`;
}

export const head = (v: Seen): TemplateResult | typeof nothing => (v.model.learner ? network(v) : formula(v));
