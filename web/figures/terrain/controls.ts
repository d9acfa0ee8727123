/** What the reader sets: the rate, the landscape, a formula of their own. */
import { html, type TemplateResult } from 'lit';
import { rateSlider } from '../../parts/rate-slider';
import { slider } from '../../parts/slider';
import { brief } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { grounds, type GroundName } from './grounds';
import type { Seen } from './seen';
import { formulaField, shelf, type FormulaOptions } from './shelf';

/** Typing never loses the last landscape that could be read. */
function type(v: Seen, text: string): void {
  const problem = v.model.read(text);
  v.setLocal({ typed: text, problem });
  if (!problem) v.set({ formula: text });
}

function travel(v: Seen, name: GroundName): void {
  const { rate } = grounds[name];
  const [x, y] = v.model.startOn(name);
  v.set({ ground: name, x, y, rate, starts: false });
  v.setLocal({ typed: undefined, problem: null });
}

function own(v: Seen): TemplateResult | string {
  if (v.settings.ground !== 'typed') return '';
  const { formula, reach } = v.settings;
  const problem = (v.local['problem'] as FormulaOptions['problem'] | undefined) ?? null;
  return html`${formulaField({
    id: v.id,
    text: problem ? String(v.local['typed']) : formula,
    problem,
    slopes: v.model.slopes(formula),
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

export function controls(v: Seen): TemplateResult {
  const { ground, rate } = v.settings;
  const { most } = grounds[ground];
  return html`${rateSlider({
    id: `${v.id}-rate`,
    value: rate,
    min: most / 200,
    max: most,
    curvature: v.model.curvature,
    input: (r) => v.set({ rate: r }, { keepTime: true }),
  })}
  ${shelf({ id: `${v.id}-ground`, value: ground, pictures: v.model.pictures, input: (name) => travel(v, name) })}
  ${own(v)}`;
}
