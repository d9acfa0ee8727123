/** Where you let go: one rule, many landscapes, and which bottom each start finds. */
import { html, type TemplateResult } from 'lit';
import { stylesOf } from '../../parts/late';
import { brief, fixed, significant } from '../../plot/format';
import { thousandths } from '../../plot/scales';
import { defineFigure, onlyRun } from '../figure';
import { mapOf, stepsOf } from '../numbers';
import { basinsShown, bottomsOf, isOpen, known } from './known';
import { roomFor } from './layout';
import { terrainPlot } from './map';
import { modelOf, refusal, type Terrain } from './model';
import { again, contents, owned, turnable } from './coming';
import { panels } from './panels';
import { panelOf, settings, type Seen } from './seen';
import { styles } from './style';
import { surveying } from './survey';
import { isRescued, rescueStatus } from './task';
import { question } from './wager';

export { contents, owned, turnable };

/** The map; or over it, in the same frame, the ground as a block. */
function plot(v: Seen): TemplateResult {
  if (panelOf(v) !== 'surface' || v.local['still'] === true) return terrainPlot(v);
  const { x, y } = v.model.survey;
  const { height } = roomFor(v.width, x, y);
  const bottoms = bottomsOf(v).bottoms.map(({ at }) => at);
  return html`<div class="as-block" data-spot="surface">
    ${terrainPlot(v)}
    <div class="block">${turnable.draw(({ block }) => block(v, bottoms, height), again(v))}</div>
  </div>`;
}

export const figure = defineFigure<typeof settings, Terrain>({
  name: 'terrain',
  title: 'Where you let go',
  caption: 'Drag the ball. Move the rate: the ground that leads to each bottom changes, the function does not.',
  heights: [610, 740],
  settings,
  styles: [styles],
  laterStyles: () => stylesOf(owned, turnable, contents),
  compare: { by: ['x', 'y', 'rate'], run: (m) => m.run },
  light: ['basins', 'starts', 'seed', 'border', 'revealed', 'panel', 'log', 'turn', 'tilt'],
  spots: ['map', 'rate', 'maps', 'panel', 'surface'],
  speed: 5,
  *prepare(engine, s) {
    yield* surveying(engine, s);
  },
  model: modelOf,
  refusals: (engine, { formula }) => {
    const wrong = formula === settings.formula.initial ? undefined : refusal(engine, formula);
    return wrong === undefined ? {} : { formula: wrong };
  },
  runs: onlyRun,
  still: () => owned.come(),
  plot,
  asked: question,
  panels,
  newStart: (_, random, { survey: { x, y } }) => ({
    x: thousandths(x[0] + (x[1] - x[0]) * random()),
    y: thousandths(y[0] + (y[1] - y[0]) * random()),
  }),
  tables: (v) => {
    const { model } = v;
    const ends = isOpen(v) ? known(v)?.ends : undefined;
    return [
      stepsOf(model.run, ['x', 'y']),
      // What is known of ends has come with what tells them.
      ...((ends && owned.here?.endTables(v, ends)) ?? []),
      ...mapOf(model.survey.relief),
    ];
  },
  goals: { rescued: { done: isRescued, status: rescueStatus } },
  sentence,
});

function sentence(v: Seen): string {
  const { run, survey, end, steps } = v.model;
  const found = basinsShown(v) ? known(v)?.ends : undefined;
  const shares = found?.bottoms.flatMap((b) =>
    b.letter ? [`${b.letter}, loss ${significant(b.loss)}, ${brief(100 * b.share, 2)}%`] : [],
  );
  const where = `the ball is at ${fixed(run.at(v.time, 0), 2)}, ${fixed(run.at(v.time, 1), 2)}; the loss is ${significant(run.loss(v.step))}`;
  const guessed = owned.here?.score(v);
  return `Landscape ${survey.label}, rate ${brief(v.settings.rate, 3)}, step ${v.step} of ${steps}: ${where}.${
    end && v.step === end.step ? ` It ${end.text}.` : ''
  }${shares?.length ? ` Where starts end: ${shares.join('; ')}.` : ''}${
    guessed === undefined ? '' : ` Your border puts ${brief(100 * guessed, 2)} % of the starts on the right side.`
  }`;
}
