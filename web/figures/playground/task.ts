/** The chapter's task: momentum, led into the lowest valley; plain descent finds it from there at no rate at which it comes to rest. */
import { brief, fixed, significant } from '../../plot/format';
import { VALLEYS } from './grounds';
import type { Seen, Track } from './seen';
import { rateOf } from './table';

/** Losses nearer to the lowest than this are in its valley. */
const DEEP = 0.05;

/** The run that is asked about: the first with momentum, from the valleys' own start, without noise. */
function asked({ settings: s, model }: Pick<Seen, 'settings' | 'model'>): Track | undefined {
  const home = s.mode === 'function' && s.formula === VALLEYS.formula && s.noise === 0;
  if (!home || s.x !== VALLEYS.x || s.y !== VALLEYS.y) return undefined;
  return model.tracks.find(({ info }) => info.name === 'momentum');
}

const isDeep = ({ model }: Pick<Seen, 'model'>, { run, diverged }: Track): boolean =>
  run !== undefined && !diverged && run.loss(run.steps) <= (model.survey?.bottoms[0]?.loss ?? -Infinity) + DEEP;

export function isLed(v: Seen): boolean {
  const track = asked(v);
  return track !== undefined && isDeep(v, track);
}

export function ledStatus(v: Seen): string {
  const track = asked(v);
  if (!track) return 'in the valleys, with the ball back at 2, 2 and a run with momentum';
  const momentum = track.spec.rule.options['momentum'] ?? 0.9;
  const how = `rate ${brief(rateOf(track), 3)}, momentum ${brief(momentum, 3)}`;
  if (!track.run || track.diverged) return `${how}: it leaves the map`;
  const end = `${how}: it ends at ${fixed(track.run.at(track.run.steps, 0), 2)}, ${fixed(track.run.at(track.run.steps, 1), 2)} with a loss of ${significant(track.run.loss(track.run.steps))}`;
  if (!isDeep(v, track)) return `${end}; the lowest valley has ${significant(v.model.survey?.bottoms[0]?.loss ?? 0)}`;
  return `${end}: what it had gathered on the slope carried it over two passes; a plain step, at the same place, looks only at the slope under it`;
}
