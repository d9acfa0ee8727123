/** Everything at once: a function of one or two weights or a network, any rules on it from one start, and all of it to take along. */
import { html, type TemplateResult } from 'lit';
import { fixed, significant } from '../../plot/format';
import { thousandths } from '../../plot/scales';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { goalSentence, verdict } from './goal';
import { modelOf, refusals } from './model';
import { panels } from './panels';
import { plot } from './plot';
import { repeatable } from './repeated';
import { allowed, calledOf, isOut, isPreparing, outAt, pickedOf, shownTracks, type Played, type Seen } from './seen';
import { settings } from './settings';
import { wrongNow } from './answer';
import { classStyles } from './class-style';
import { styles } from './style';
import { surveying } from './survey';
import { tableStyles } from './table-style';
import { isLed, ledStatus } from './task';
import { playTables } from './tables';
import { question } from './wager';

export { onPaper, preparing, taking } from './panels';
export { ashore } from './plot';
export { turning } from './table';

/** The goal that came with a link; otherwise the wager. */
function asked(v: Seen): TemplateResult {
  if (v.settings.goal === 'none' || isPreparing(v)) return html`${question(v)}`;
  const { reached, text } = verdict(v);
  return html`<p class="goal-told" role="status">
    <span>Goal: ${goalSentence(v)}</span> <b class=${reached ? 'reached' : ''}>${reached ? '✓ ' : ''}${text}</b>
  </p>`;
}

function sentence(v: Seen): string {
  const { survey, learner } = v.model;
  const where =
    survey && allowed(v, 'start') !== 'gone'
      ? `, from ${survey.variables.map((name, i) => `${name} = ${fixed(i ? v.settings.y : v.settings.x, 2)}`).join(', ')}`
      : '';
  const what = learner
    ? `A network of ${learner.dials} weights and biases on ${v.settings.data}`
    : allowed(v, 'formula') === 'gone'
      ? 'A hidden function'
      : `The function ${v.settings.formula}`;
  const runs = shownTracks(v).map((t) => {
    if (!t.run) return `${calledOf(v, t)}: ${t.problem ?? ''}.`;
    if (isOut(t, v.step)) return `${calledOf(v, t)}: diverged at step ${outAt(t)}.`;
    const k = Math.min(v.step, t.run.steps);
    const at = survey ? ` at ${survey.variables.map((_, i) => significant(t.run!.parameter(k, i))).join(', ')}` : '';
    return `${calledOf(v, t)}:${at} loss ${significant(t.run.loss(k))}.`;
  });
  const wrong = learner
    ? ` Run ${pickedOf(v).number} has ${wrongNow(v)?.filter(Boolean).length ?? 0} points wrong.`
    : '';
  const goal = v.settings.goal === 'none' ? '' : ` Goal: ${goalSentence(v)} ${verdict(v).text}.`;
  return `${what}${where}; step ${v.step} of ${v.model.steps}. ${runs.join(' ')}${wrong}${goal}`;
}

export const figure = defineFigure<typeof settings, Played>({
  name: 'playground',
  title: 'Your turn',
  caption: 'Type a function, drag the ball, press a number to change its rule.',
  needs: 'whole',
  heights: [634, 742],
  settings,
  styles: [networkMarks, tableStyles, classStyles, styles],
  light: ['picked', 'panel', 'guess', 'revealed', 'goal', 'goalSteps', 'goalLoss', 'goalAt', 'locked', 'without'],
  spots: ['map', 'formula', 'slopes', 'runs', 'losses', 'panel', 'class'],
  firstStep: 36,
  speed: 5,
  *prepare(engine, s) {
    if (s.mode === 'function') yield* surveying(engine, s);
  },
  model: modelOf,
  refusals,
  runs: (v) =>
    allowed(v, 'numbers') === 'gone'
      ? []
      : shownTracks(v).flatMap((t) => (t.run ? [{ name: calledOf(v, t), options: repeatable(t.run) }] : [])),
  plot,
  asked,
  panels,
  newStart: (s, random, { survey }) =>
    survey
      ? {
          x: thousandths(s.middle[0]! + (2 * random() - 1) * 1.5 * s.reach),
          y: thousandths(s.middle[1]! + (2 * random() - 1) * s.reach),
        }
      : { seed: 1 + Math.floor(random() * 1e6) },
  tables: playTables,
  goals: { led: { done: isLed, status: ledStatus } },
  sentence,
});
