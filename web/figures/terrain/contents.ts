/** What is opened now and then: a hundred starts, losses, the step, other landscapes, and the reader's own formula. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { lossCurve } from '../../parts/loss-curve';
import { slider } from '../../parts/slider';
import { stepsTable } from '../../parts/steps-table';
import { brief, significant } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { nextStep } from '../next-step';
import { stepsOf } from '../numbers';
import { lossesBeside } from '../pinned';
import { ASKED, grounds, type GroundName } from './grounds';
import { histogram } from './histogram';
import { hundred } from './hundred';
import { isOpen, known } from './known';
import { isNarrow } from './layout';
import { asText } from './maths';
import { near, read } from './model';
import { shelfPictures } from './pictures';
import { still, type Seen } from './seen';
import { twoDialStyles } from '../../style/figure/next-step';
import { styles as own } from './style-contents';
import { formulaField, shelf, type FormulaOptions } from './shelf';
import { place } from './survey';

export function starts(v: Seen): TemplateResult {
  const ends = known(v)?.ends;
  const { starts: shown, seed } = v.settings;
  if (!isOpen(v)) return html`<p class="quiet">First the border; then this tells who ends where.</p>`;
  if (!shown || !ends)
    return html`<p class="quiet">
      Let 100 balls go at random places.
      <button type="button" class="pill" @click=${() => v.set({ starts: true, basins: 'shown' }, still)}>let go</button>
    </p>`;
  const counted = { survey: hundred(v.model, seed), ends, near: near(v.model.survey) };
  const actions = html`<button
      type="button"
      class="link"
      @click=${() => v.set({ seed: (seed % 1_000_000) + 1 }, still)}
    >
      other 100
    </button>
    <button type="button" class="link" @click=${() => v.set({ starts: false }, still)}>take them away</button>`;
  return histogram({ width: v.width, ...counted, actions });
}

export function losses(v: Seen): TemplateResult {
  return lossCurve({
    width: v.width,
    height: isNarrow(v.width) ? 170 : 148,
    ...lossesBeside(v),
    logarithmic: v.settings.log === 'log',
    setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, still),
    go: (step) => v.go(step),
  });
}

export function steps(v: Seen): TemplateResult {
  const { run, end } = v.model;
  return html`<div class="beside">
    <div>${nextStep(run, v.step, end?.text)}</div>
    ${stepsTable({
      table: stepsOf(run, ['x', 'y']),
      step: v.step,
      leaves: (name) => name.startsWith('slope'),
      text: (value) => significant(value, 4),
      memory: v,
    })}
  </div>`;
}

/** Presses that were made of several settings. */
const PLACES = [
  ['frayed', { ground: ASKED, x: -1.3, y: 0.8, rate: 0.11, basins: 'shown', revealed: true, panel: 'rates' }],
  ['on the ridge', { ground: 'saddle', x: 1.5, y: 0, rate: 0.05 }],
  ['a hair beside it', { ground: 'saddle', x: 1.5, y: 0.001, rate: 0.05 }],
  ['many bottoms', { ground: 'rastrigin', x: 3.4, y: -2.3, rate: 0.002, starts: true, panel: 'starts' }],
] as const;

function travel(v: Seen, name: GroundName): void {
  const { rate } = grounds[name];
  const { formula, reach } = v.settings;
  const [x, y] = place(v.model.engine, { ground: name, formula, reach }).start;
  v.set({ ground: name, x, y, rate, starts: false, ...(name === 'typed' ? { panel: 'formula' as const } : {}) });
  v.setLocal({ typed: undefined, problem: null });
}

export function landscapes(v: Seen): TemplateResult {
  return html`${shelf({
      id: `${v.id}-ground`,
      value: v.settings.ground,
      pictures: shelfPictures(v.model.engine),
      input: (name) => travel(v, name),
    })}
    <div class="line" role="group" aria-label="Try">
      <span class="quiet">or</span>
      ${PLACES.map(
        ([label, values]) =>
          html`<button
            type="button"
            class="link"
            @click=${() => {
              v.set(values);
              v.play();
            }}
          >
            ${label}
          </button>`,
      )}
    </div>`;
}

/** Typing never loses the last landscape that could be read. */
function type(v: Seen, text: string): void {
  const problem = read(v.model.engine, text);
  v.setLocal({ typed: text, problem });
  if (!problem) v.set({ formula: text });
}

export function formula(v: Seen): TemplateResult {
  const { formula: good, reach } = v.settings;
  const problem = (v.local['problem'] as FormulaOptions['problem'] | undefined) ?? null;
  return html`${formulaField({
    id: v.id,
    text: problem ? String(v.local['typed']) : good,
    problem,
    slopes: v.model.engine.parseFormula(good).gradientTex.map(asText),
    input: (text) => type(v, text),
  })}
  ${slider({
    id: `${v.id}-reach`,
    label: 'map reaches from minus to plus',
    value: reach,
    min: 0.5,
    max: 20,
    scale: 'log',
    text: (r) => brief(r, 3),
    input: (r) => v.set({ reach: r, x: clamp(v.settings.x, -r, r), y: clamp(v.settings.y, -r, r) }),
  })}`;
}

export const styles = [twoDialStyles, own];
