/** Where you let go: one rule, many landscapes, and which bottom each start finds. */
import { html, type TemplateResult } from 'lit';
import { pursue } from '../../engine/background';
import { drawers } from '../../parts/drawers';
import { Late } from '../../parts/late';
import { lossCurve } from '../../parts/loss-curve';
import { toggle } from '../../parts/slider';
import { stepsTable } from '../../parts/steps-table';
import { brief, fixed, significant } from '../../plot/format';
import { thousandths } from '../../plot/scales';
import { defineFigure, onlyRun, type Pieces } from '../figure';
import { nextStep } from '../next-step';
import { stepsOf } from '../numbers';
import { lossesBeside } from '../pinned';
import { endOf } from './bins';
import { KNOTS, scoreOf } from './border';
import { controls } from './controls';
import { endsOf, type Bottom } from './ends';
import { ASKED, type Pair } from './grounds';
import { terrainPlot } from './map';
import { basinsNow, modelOf, near, refusal, STEPS, type Terrain } from './model';
import { borderPrediction, tally } from './panels';
import type { Basins } from './picture';
import { settings, type Seen } from './seen';
import { terrainTables } from './tables';
import { isRescued, rescueStatus } from './task';
import { drawerStyles } from '../../style/figure/drawers';
import { surfaceStyles } from '../../style/figure/surface';
import { twoDialStyles } from '../../style/figure/next-step';
import { styles } from './style';

/** Cells of the basins along x: live, and in the static picture. */
const CELLS = { live: 256, still: 96 } as const;
/** The basins are complete, in blocks of 16 x 16 cells, after one run in 256. */
const COARSE = 1 / 256;
const still = { keepTime: true } as const;

/** Covered until the border was drawn or asked for; the static picture is open. */
const isOpen = (v: Seen): boolean => v.settings.ground !== ASKED || v.settings.revealed || v.local['still'] === true;

/** What is known about where starts end on this landscape, perhaps at a rate just left. */
function known(v: Seen): Basins | undefined {
  const { survey, key } = v.model;
  const found = v.local['basins'] as (Basins & { survey: string }) | undefined;
  if (found?.survey === survey.key) return found;
  if (v.local['still'] !== true) return undefined;
  const map = basinsNow(v.model, CELLS.still);
  return { key, map, ends: endsOf(map) };
}

function begin(v: Seen, told: () => void): () => void {
  const { key, survey, engine, basins } = v.model;
  return pursue({
    call: 'createBasins',
    options: basins(CELLS.live),
    engine,
    first: COARSE,
    told: (map, { done, total }) => {
      if (!map.error)
        v.setLocal({ basins: { key, survey: survey.key, map, ends: endsOf(map), progress: total ? done / total : 1 } });
      told();
    },
  });
}

function hundred(v: Seen): readonly { at: Pair; end: Bottom | undefined }[] {
  const ends = known(v)?.ends;
  if (!v.settings.starts) return [];
  const found = v.model.hundred(v.settings.seed);
  return Array.from({ length: found.finalLoss.length }, (_, k) => ({
    at: [found.starts[2 * k]!, found.starts[2 * k + 1]!] as const,
    end: ends && isOpen(v) ? endOf(found, k, ends, near(v.model.survey)) : undefined,
  }));
}

const basinsShown = (v: Seen): boolean => v.settings.basins === 'shown';

const STRAIGHT = Array.from({ length: KNOTS }, () => 0);

function plot(v: Seen): TemplateResult {
  const { run, survey, key } = v.model;
  const { ground, border, revealed } = v.settings;
  const open = isOpen(v);
  const asking = ground === ASKED && v.local['still'] !== true;
  return terrainPlot({
    id: v.id,
    width: v.width,
    survey,
    run,
    time: v.time,
    step: v.step,
    pinned: v.pinned,
    place: (x, y) => {
      v.set({ x: thousandths(x), y: thousandths(y) });
      if (!v.local['touched']) v.setLocal({ touched: true });
    },
    hint: v.local['touched'] || !open ? undefined : 'drag me',
    basins:
      open && basinsShown(v) ? { key, still: v.local['still'] === true, begin: (told) => begin(v, told) } : undefined,
    known: known(v),
    starts: hundred(v),
    border: asking && (!revealed || border.length) ? (border.length === KNOTS ? border : STRAIGHT) : undefined,
    draw: asking && !revealed ? (places) => v.set({ border: places }, still) : undefined,
  });
}

function question(v: Seen): TemplateResult | string {
  const { ground, border, revealed } = v.settings;
  if (ground !== ASKED) return '';
  const truth = known(v);
  const { survey } = v.model;
  const drawn = border.length === KNOTS;
  return html`<div class="asked">
    ${borderPrediction({
      open: revealed,
      drawn,
      score: drawn && truth ? scoreOf(border, truth.map, truth.ends, survey.x, survey.y) : undefined,
      reveal: () => v.set({ revealed: true, basins: 'shown' }, still),
      again: () => v.set({ revealed: false, border: [] }, still),
    })}
  </div>`;
}

function ends(v: Seen): TemplateResult {
  const { starts } = v.settings;
  const found = v.local['basins'] as { key: string; progress: number } | undefined;
  return html`<div class="ends">
    <div class="shown">
      ${isOpen(v) ? toggle({ label: 'basins', value: basinsShown(v), input: (on) => v.set({ basins: on ? 'shown' : 'hidden' }, still) }) : ''}
      ${toggle({ label: '100 random starts', value: starts, input: (on) => v.set({ starts: on }, still) })}
      ${
        starts
          ? html`<button
              type="button"
              class="link"
              @click=${() => v.set({ seed: (v.settings.seed % 1_000_000) + 1 }, still)}
            >
              other 100
            </button>`
          : ''
      }
    </div>
    ${isOpen(v) && basinsShown(v) ? tally(known(v)?.ends, found?.key === v.model.key ? found.progress : 0, STEPS) : ''}
  </div>`;
}

export const chart = new Late(() => import('./histogram'));
export const turnable = new Late(() => import('./block'));
/** Draws anew what came later. */
const again = (v: Seen) => (): void => v.setLocal({});

/** Bottoms that starts were found to end in, or those that are known beforehand. */
const bottoms = (v: Seen): readonly Pair[] => known(v)?.ends.bottoms.map(({ at }) => at) ?? v.model.survey.minima;

function startsPanel(v: Seen): TemplateResult {
  const ends = known(v)?.ends;
  if (!isOpen(v)) return html`<p class="quiet">First the border; then this tells who ends where.</p>`;
  if (!v.settings.starts || !ends)
    return html`<p class="quiet">
      Let 100 balls go at random places.
      <button type="button" class="pill" @click=${() => v.set({ starts: true, basins: 'shown' }, still)}>let go</button>
    </p>`;
  const counted = { survey: v.model.hundred(v.settings.seed), ends, near: near(v.model.survey) };
  return chart.draw(({ histogram }) => histogram({ width: v.width, ...counted }), again(v));
}

function losses(v: Seen): TemplateResult {
  return lossCurve({
    width: v.width,
    ...lossesBeside(v),
    logarithmic: v.settings.log === 'log',
    setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, still),
    go: (step) => v.go(step),
  });
}

/** Below this width a table leaves the slopes out. */
const NARROW = 380;

function steps(v: Seen): TemplateResult {
  const { run, end } = v.model;
  return html`${nextStep(run, v.step, end?.text)}
  ${stepsTable({
    table: stepsOf(run, ['x', 'y']),
    step: v.step,
    leaves: (name) => v.width < NARROW && name.startsWith('slope'),
    text: (value) => significant(value, 4),
    memory: v,
  })}`;
}

function panels(v: Seen): TemplateResult {
  return drawers({
    id: v.id,
    drawers: [
      { name: 'starts', label: '100 starts', content: () => startsPanel(v) },
      {
        name: 'surface',
        label: 'surface',
        content: () => turnable.draw(({ block }) => block(v, bottoms(v)), again(v)),
      },
      { name: 'loss', label: 'loss', content: () => losses(v) },
      { name: 'step', label: 'the step', content: () => steps(v) },
    ],
    open: v.local['drawer'] as string | undefined,
    toggle: (name) => v.setLocal({ drawer: name }),
  });
}

const arrange = (v: Seen, { plot: map, timeBar, controls: hands, panels: rest, foot }: Pieces): TemplateResult =>
  html`${map} ${timeBar} ${question(v)} ${ends(v)} ${hands} ${rest} ${foot}`;

export const figure = defineFigure<typeof settings, Terrain>({
  name: 'terrain',
  title: 'Where you let go',
  caption: 'Drag the ball, change the rate, choose another landscape. Colours and letters say where each start ends.',
  heights: [1170, 1168],
  settings,
  styles: [drawerStyles, surfaceStyles, twoDialStyles, styles],
  compare: { by: ['x', 'y', 'rate'], run: (m) => m.run },
  light: ['basins', 'starts', 'seed', 'border', 'revealed', 'log', 'turn', 'tilt'],
  speed: 5,
  model: modelOf,
  refusals: (engine, { formula }) => {
    const wrong = formula === settings.formula.initial ? undefined : refusal(engine, formula);
    return wrong === undefined ? {} : { formula: wrong };
  },
  runs: onlyRun,
  plot,
  panels,
  controls,
  arrange,
  presets: [
    { label: 'frayed', values: { ground: ASKED, x: -1.3, y: 0.8, rate: 0.11, basins: 'shown', revealed: true } },
    { label: 'on the ridge', values: { ground: 'saddle', x: 1.5, y: 0, rate: 0.05 } },
    { label: 'a hair beside it', values: { ground: 'saddle', x: 1.5, y: 0.001, rate: 0.05 } },
    { label: 'many bottoms', values: { ground: 'rastrigin', x: 3.4, y: -2.3, rate: 0.002, starts: true } },
    { label: 'typed', values: { ground: 'typed', x: 2, y: 1, rate: 0.1, reach: 5 } },
  ],
  newStart: (_, random, { survey: { x, y } }) => ({
    x: thousandths(x[0] + (x[1] - x[0]) * random()),
    y: thousandths(y[0] + (y[1] - y[0]) * random()),
  }),
  tables: (v) => {
    const { settings, model } = v;
    return terrainTables({
      ...model,
      ends: isOpen(v) ? known(v)?.ends : undefined,
      starts: settings.starts ? model.hundred(settings.seed) : undefined,
      near: near(model.survey),
    });
  },
  goals: { rescued: { done: isRescued, status: rescueStatus } },
  sentence,
});

function sentence(v: Seen): string {
  const { run, survey, end, steps } = v.model;
  const found = isOpen(v) && basinsShown(v) ? known(v)?.ends : undefined;
  const shares = found?.bottoms.flatMap((b) =>
    b.letter ? [`${b.letter}, loss ${significant(b.loss)}, ${brief(100 * b.share, 2)}%`] : [],
  );
  const where = `the ball is at ${fixed(run.at(v.time, 0), 2)}, ${fixed(run.at(v.time, 1), 2)}; the loss is ${significant(run.loss(v.step))}`;
  return `Landscape ${survey.label}, step ${v.step} of ${steps}: ${where}.${end && v.step === end.step ? ` It ${end.text}.` : ''}${
    shares?.length ? ` Where starts end: ${shares.join('; ')}.` : ''
  }`;
}
