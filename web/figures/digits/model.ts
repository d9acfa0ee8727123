/** Digits, network and training for one choice of settings, and what can be asked of them at any update. */
import type { Engine } from '../../engine/engine';
import type { Settings } from './choices';
import { examplesOf } from './examples';
import { judging, looking, looksOf, type Judged, type Losses } from './judging';
import { sizesOf } from './layers';
import { learningMine, lengthening, type Mine, type Updated } from './mine';
import { claim, type Claim } from './pool';
import type { Picture } from './raster';
import { scribbling, type Scribbled } from './scribbles';
import type { Passing, Reading } from './seen';
import { perEpoch, train, type Training } from './training';
import { wishes } from './wishes';

/** Milliseconds of a frame that learning may take, and what is asked besides; the page needs the rest. */
const LEARNING = 7;
const ASKED = 4;

/** How many there will be to learn from, before they are there. */
const COUNTS: Readonly<Record<Settings['data'], number>> = {
  generated: 4000,
  few: 400,
  first: 10_000,
  all: 60_000,
  own: 1000,
};

/** What decides a training; the rest of the settings only asks about it. */
const trainingKey = (s: Settings, digits: string): string =>
  JSON.stringify([digits, s.layers, s.activation, s.loss, s.optimizer, s.rate, s.batch, s.epochs, s.seed]);

export function modelOf(engine: Engine, s: Settings): Reading {
  const sizes = sizesOf(s.layers);
  const examples = examplesOf(engine, s);
  let held: Claim<Training> | undefined;
  let trouble: string | undefined;
  let gone = false;
  const all = wishes();
  const judgedWish = all.wish<Judged>();
  const lossesWish = all.wish<Losses>();
  const mineWish = all.wish<Mine>();
  const lengthsWish = all.wish<readonly Updated[]>();
  const scribbleWish = all.wish<Scribbled>();
  const losses: Losses = { at: [], seen: [], unseen: [] };
  let lengths: { readonly key: string; readonly sofar: Updated[] } = { key: '', sofar: [] };

  const count = (): number => examples.learned?.data.count ?? (s.data === 'generated' ? s.count : COUNTS[s.data]);
  const training = (): Training | undefined => held?.thing;

  /** Brings the digits, then the run; answers whether there is more to bring now. */
  function begin(milliseconds: number): boolean {
    if (trouble !== undefined || gone) return false;
    const began = performance.now();
    try {
      let more = true;
      while (!examples.ready && more && performance.now() - began < milliseconds) more = examples.advance();
      if (!examples.ready) return more;
      // The run takes as long again.
      if (performance.now() - began > milliseconds / 2) return true;
      held ??= claim(engine, trainingKey(s, examples.key), () => train(engine, s, examples.learned!));
    } catch (problem) {
      trouble = problem instanceof Error ? problem.message : 'These digits could not be read.';
    }
    return false;
  }

  function reach(step: number, milliseconds: number): number {
    if (!held && begin(milliseconds)) return 0;
    const run = training();
    if (!run) return 0;
    if (run.reached < step) run.advance(step, milliseconds);
    return Math.min(step, run.reached);
  }

  const pass = (parameters: Float64Array, picture: Picture): Passing => {
    const { activations } = training()!.run.activations({ at: parameters }, picture);
    let from = 0;
    const layers = sizes.slice(1).map((size) => activations.subarray(from, (from += size)));
    return { layers, chances: layers[layers.length - 1] ?? new Float64Array(10) };
  };

  return {
    engine,
    settings: s,
    sizes,
    examples,
    get perEpoch() {
      return perEpoch(s, count());
    },
    get training() {
      return training();
    },
    get trouble() {
      return trouble;
    },
    get steps() {
      const run = training();
      if (!run) return s.epochs * perEpoch(s, count());
      return run.reason === 'diverged' ? run.reached : run.limit;
    },
    get end() {
      const run = training();
      return run?.reason === 'diverged'
        ? { step: run.reached, text: `update ${run.reached + 1} has no numbers any more` }
        : undefined;
    },
    reach: (step) => reach(step, LEARNING),
    tend: (step, { patient, again }) => {
      all.patient = patient;
      const before = training()?.reached;
      let at = reach(step, LEARNING);
      const stuck = (): boolean =>
        trouble !== undefined || examples.missing !== undefined || (training()?.reason ?? 'running') !== 'running';
      while (patient && (at < step || !held) && !stuck()) at = reach(step, 1000);
      const busy = training()?.reached !== before;
      const left = all.spend(busy ? ASKED / 2 : ASKED);
      if (left || (at < step && !stuck())) again();
      return at;
    },
    parameters: (step) => training()?.parameters(step),
    pass,
    gradient: (parameters, picture, digit) => {
      const target = new Float64Array(10);
      target[digit] = 1;
      return training()!.run.inspect({ at: parameters }, picture, target).gradient;
    },
    judged: (step) => {
      const [run, { unseen }] = [training(), examples];
      if (!run || !unseen?.complete) return { judged: undefined, fresh: false };
      const at = Math.min(step, run.reached);
      const judged = judgedWish.ask(String(at), () => judging(run.run, run.parameters(at), unseen));
      return { judged, fresh: judgedWish.fresh };
    },
    losses: () => {
      const [run, { learned, unseen }] = [training(), examples];
      if (!run || !learned || !unseen?.complete) return undefined;
      const looks = looksOf(run.limit).filter((look) => look <= run.reached);
      lossesWish.ask(String(looks.length), () => looking(losses, run.run, looks, learned, unseen));
      return losses;
    },
    picture: (index) => {
      const { unseen } = examples;
      if (!unseen?.complete || index >= unseen.data.count) return undefined;
      return { picture: unseen.data.inputs(index, 1).values, label: unseen.labels[index] ?? 0 };
    },
    mine: (step, picture, digit, rate) => {
      const [run, { unseen }] = [training(), examples];
      if (!run || !unseen?.complete) return { mine: undefined, others: [], fresh: false };
      const at = Math.min(step, run.reached);
      const key = `${at} ${digit} ${picture.join()}`;
      if (lengths.key !== key) lengths = { key, sofar: [] };
      const { sofar } = lengths;
      const asked = { engine, settings: s, run: run.run, parameters: run.parameters(at), unseen, picture, digit };
      const mine = mineWish.ask(`${rate} ${key}`, () => learningMine(asked, rate));
      // The plot comes after what was asked for.
      if (mineWish.fresh) lengthsWish.ask(key, () => lengthening(asked, sofar));
      return { mine, others: sofar, fresh: mineWish.fresh };
    },
    scribbled: (step) => {
      const run = training();
      if (!run) return { scribbled: undefined, fresh: false };
      const at = Math.min(step, run.reached);
      const found = scribbleWish.ask(String(at), () => scribbling(run.run, run.parameters(at)));
      return { scribbled: found, fresh: scribbleWish.fresh };
    },
    dispose: () => {
      gone = true;
      held?.release();
      examples.dispose();
    },
  };
}
