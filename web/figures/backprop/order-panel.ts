/** Your order: what the box in question handed on and why, the slopes that came of it, and what asking again costs. */
import { html, type TemplateResult } from 'lit';
import { questionLine } from '../../parts/predict';
import { askable, isShort, outcomeOf } from './order';
import { ask, lastBuiltFirst, startOver } from './asking';
import { forks } from './forks';
import { boxAt, lossOf, nameOf, wiresOf } from './graphs';
import { nowOf } from './now';
import { quantity, sign } from './quantity';
import { slopes } from './slopes';
import { usesOf } from './wires';
import type { Seen } from './seen';

const ORDINALS = ['', '1st', '2nd', '3rd', '4th', '5th', '6th'];
export const ordinal = (n: number): string => ORDINALS[n] ?? `${n}th`;

/** The one to look at: whoever was asked too early first and is still short, otherwise whoever was asked last. */
export function inQuestion(v: Seen): number | undefined {
  const { state, asked, node } = nowOf(v);
  const { early } = outcomeOf(v, asked);
  return early.find((e) => isShort(v, state, e.node))?.node ?? node;
}

/** What it handed on, share by share, with a hole for whatever was not there yet. */
function account(v: Seen): TemplateResult {
  const node = inQuestion(v);
  const { graph, whole } = v.model;
  const { state } = nowOf(v);
  if (node === undefined)
    return html`<p class="quiet">
      Who is asked answers at once, with what it was sent so far: times its own slope, to everyone it listens to.
    </p>`;
  const slope = state.slopes[node - graph.inputs.length] ?? 0;
  const name = nameOf(graph, node);
  if (node === lossOf(graph))
    return html`<p class="equation">
      ${quantity('the loss hands on', state.delivered[wiresOf(graph).length - 1] ?? 0, 'gradient')}
    </p>`;
  const uses = usesOf(v, node);
  const shares = uses.map((wire, i) => {
    const from = nameOf(graph, wiresOf(graph)[wire]?.to ?? 0).replace(/^the /, '');
    const there = state.arrived[wire] === 1 && (state.taken[wire] !== 0 || state.delivered[wire] === 0);
    const share = there
      ? quantity(`from ${from}`, state.taken[wire] ?? 0, 'gradient')
      : html`<span class="quantity"><small>from ${from}</small><b class="not-yet">not yet</b></span>`;
    return html`${i ? sign('+') : ''}${share}`;
  });
  const handed = (state.passed[node] ?? 0) * slope;
  const due = (whole.passed[node] ?? 0) * slope;
  const short = isShort(v, state, node);
  // What goes on from here is that times each wire's weight.
  const weighs = boxAt(graph, node)?.adds === true;
  return html`<div class="account" data-spot="account">
    <p class="equation">
      ${quantity(weighs ? html`blame inside ${name}` : html`${name} hands on`, handed, 'gradient')}${sign('=')}${uses.length > 1 ? sign('(') : ''}${shares}${uses.length > 1 ? sign(')') : ''}${sign('×')}${quantity('own slope', slope, 'gradient')}
    </p>
    ${short ? html`<p class="equation due">${quantity(weighs ? 'it should be' : 'it should hand on', due, 'gradient')}</p>` : ''}
  </div>`;
}

/** What has become of the order so far. */
export function verdict(v: Seen): string {
  const { asked, state } = nowOf(v);
  const { graph } = v.model;
  const { complete, wrong, early, once } = outcomeOf(v, asked);
  const first = early[0];
  if (asked === 0) return '';
  const left = askable(v).filter((node) => (state.asked[node] ?? 0) === 0).length;
  if (complete && wrong.length === 0)
    return once && !first
      ? `all ${graph.dials.length} slopes are right, and nobody worked twice`
      : `all slopes are right now; ${asked - askable(v).length} of the ${asked} answers were given a second time`;
  if (!first) return left ? `right so far; ${left} still to ask` : '';
  const feeds = usesOf(v, first.node)
    .map((wire) => wiresOf(graph)[wire]?.to ?? 0)
    .filter((to) => isShort(v, v.model.after(first.turn), to) || (v.model.after(first.turn).asked[to] ?? 0) === 0)
    .map((to) => nameOf(graph, to));
  const told = complete
    ? `${wrong.length} of ${graph.dials.length} slopes are off`
    : `${feeds.join(' and ')} had not reported in full`;
  return `you asked ${nameOf(graph, first.node)} ${ordinal(first.turn)}: ${told}`;
}

/** Whoever holds shares that came after they were asked, nearest to the loss first. */
export function again(v: Seen): number | undefined {
  const { state } = nowOf(v);
  const { graph } = v.model;
  return [...askable(v)]
    .reverse()
    .find(
      (node) =>
        (state.asked[node] ?? 0) > 0 &&
        wiresOf(graph).some(({ from }, wire) => from === node && state.delivered[wire] !== state.taken[wire]),
    );
}

export function orderPanel(v: Seen): TemplateResult {
  return html`<div class="your-order" data-spot="order">${account(v)} ${slopes(v)} ${forks(v)}</div>`;
}

/** The second wager's line: in which order would you ask? What became of it, and what can be done about it. */
export function orderAsked(v: Seen): TemplateResult {
  const said = verdict(v);
  const waiting = again(v);
  const pill = (label: string, press: () => void, kind = ''): TemplateResult =>
    html`<button type="button" class=${`pill ${kind}`} @click=${press}>${label}</button>`;
  return questionLine(said === '' ? 'In which order would you ask? Press the boxes.' : said, [
    waiting === undefined
      ? ''
      : pill(`ask ${nameOf(v.model.graph, waiting).replace(/^the /, '')} again`, () => ask(v, waiting), 'strong'),
    said === '' ? pill('show me', () => lastBuiltFirst(v)) : pill('start over', () => startOver(v)),
  ]);
}
