/** The network at an update and what it makes of the pad, for prose: what the figure itself shows with those attributes. */
import type { Engine } from '../../engine/engine';
import { initialValues, readSettings } from '../settings';
import { settings, FOUR, type Settings } from './choices';
import { largest } from './judging';
import { countOf, dialsOf } from './layers';
import { movedMost } from './moved';
import { modelOf } from './model';
import { fit, placed, raster, type Picture } from './raster';
import type { Ink } from './ink';
import type { Reading } from './seen';
import { added } from './task';
import { percent } from './wager';

/** A stroke that closes the gap of the 4. */
export const CLOSED: Ink = [...FOUR, [11.7, 6.4, 17.8, 6.3]];

type Facts = Readonly<Record<string, number | readonly number[]>>;

const drawn = (ink: Ink): Picture => raster(placed(ink, fit(ink)));

/** What the figure shows of a thousand scribbles. */
function ofScribbles(model: Reading, at: number): Facts {
  const { scribbled } = model.scribbled(at);
  if (!scribbled) throw new Error('The scribbles could not be read.');
  const most = Math.max(...scribbled.taken);
  return {
    scribbles: scribbled.count,
    scribblesPercent: percent(scribbled),
    scribblesMost: scribbled.taken.indexOf(most),
    scribblesMostCount: most,
  };
}

/** What one update on the pad's digit does. */
function ofMine(model: Reading, s: Settings, at: number): Facts {
  const [dials, ink, meant] = [model.parameters(at)!, drawn(s.ink), s.meant ?? 9];
  const { mine } = model.mine(at, ink, meant, s.ownStep);
  if (!mine) throw new Error('The unseen digits could not be read.');
  const { chosen } = mine;
  const awake = movedMost(model.sizes, dials, chosen.parameters).filter(({ by }) => by !== 0).length;
  return {
    mineBefore: model.pass(dials, ink).chances[meant] ?? 0,
    mineAfter: chosen.chances[meant] ?? 0,
    broken: chosen.broken.length,
    mended: chosen.mended.length,
    minePercent: (100 * chosen.right) / chosen.count,
    mineMost: chosen.most.digit,
    mineMostPercent: (100 * chosen.most.count) / chosen.count,
    awake,
    asleep: (model.sizes[1] ?? 0) - awake,
  };
}

/**
 * @param ask what takes longer: `scribbles`, `mine`
 * @throws Error naming an attribute that is wrong
 */
export function digitFacts(
  engine: Engine,
  attributes: Readonly<Record<string, unknown>>,
  update: number,
  ask?: unknown,
): Facts {
  const texts = Object.entries(attributes).map(([name, value]) => [name, String(value)] as const);
  const { values, problems } = readSettings(settings, texts);
  if (problems.length) throw new Error(problems.join(' '));
  const s: Settings = { ...initialValues(settings), ...values };
  const model = modelOf(engine, s);
  try {
    const at = model.tend(update, { patient: true, again: () => undefined });
    const { training, examples } = model;
    if (!training) throw new Error(model.trouble ?? 'The digits that these attributes ask for are not there.');
    const dials = model.parameters(at)!;
    const chances = (picture: Picture): Float64Array => model.pass(dials, picture).chances;
    const [four, closed] = [drawn(FOUR), drawn(CLOSED)];
    const blank = chances(new Float64Array(784));
    const { judged } = model.judged(at);
    if (!judged) throw new Error('The unseen digits could not be read.');
    const seen = training.run.assess({ step: at }, examples.learned!.data, { from: 0, count: 1000 });
    const sure = judged.sure.reduce((n, chance) => n + Number(chance > 0.9), 0);
    const sureRight = judged.sure.reduce((n, c, i) => n + Number(c > 0.9 && judged.taken[i] === judged.labels[i]), 0);
    return {
      update: at,
      steps: model.steps,
      perEpoch: model.perEpoch,
      dials: countOf(model.sizes),
      layers: dialsOf(model.sizes).map(({ all }) => all),
      learned: examples.learned!.data.count,
      count: judged.count,
      right: judged.right,
      wrong: judged.wrong.length,
      percent: (100 * judged.right) / judged.count,
      seenPercent: 100 * seen.accuracy,
      four: chances(four)[4] ?? 0,
      nine: chances(four)[9] ?? 0,
      closedNine: chances(closed)[9] ?? 0,
      squares: added({ settings: { ...s, ink: CLOSED } }),
      blank: largest(blank),
      blankSure: blank[largest(blank)] ?? 0,
      sureCount: sure,
      surePercent: (100 * sure) / judged.count,
      sureRight: (100 * sureRight) / Math.max(1, sure),
      ...(ask === 'scribbles' ? ofScribbles(model, at) : {}),
      ...(ask === 'mine' ? ofMine(model, s, at) : {}),
    };
  } finally {
    model.dispose();
  }
}
