/** What the chosen run's network says at a step: its weights, and which points it has wrong. */
import { pickedOf, type Played, type Seen } from './seen';

/** The chosen run's weights and biases at a step. */
export function dialsAt(v: Pick<Seen, 'settings' | 'model' | 'step'>): Float64Array | undefined {
  const { run } = pickedOf(v);
  if (!run) return undefined;
  const { dimension, trace, steps } = run;
  const k = Math.min(v.step, steps);
  return trace.parameters.slice(k * dimension, (k + 1) * dimension);
}

/** The last answer is kept: of one moment the picture, its sentence and its table ask alike. */
const latest = new WeakMap<Played, { readonly key: string; readonly wrong: readonly boolean[] }>();

/** Undefined where nothing learns. */
export function wrongNow(v: Pick<Seen, 'settings' | 'model' | 'step'>): readonly boolean[] | undefined {
  const dials = dialsAt(v);
  const learner = v.model.learner;
  if (!dials || !learner) return undefined;
  const key = `${pickedOf(v).number} ${v.step}`;
  const known = latest.get(v.model);
  if (known?.key === key) return known.wrong;
  const wrong = learner.wrong(dials);
  latest.set(v.model, { key, wrong });
  return wrong;
}
