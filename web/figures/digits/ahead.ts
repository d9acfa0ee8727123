/** The network of the first state is trained before the figure stands there, so that it answers from the first stroke on. */
import type { Engine } from '../../engine/engine';
import { initialValues } from '../settings';
import { FIRST_STEP, light, settings, type Settings } from './choices';
import { modelOf } from './model';
import type { Reading } from './seen';

/** Whether the usual network is asked for: of others it may take long, and so they learn in front of the reader. */
function usual(s: Settings): boolean {
  const first: Settings = initialValues(settings);
  const keys = Object.keys(settings) as (keyof Settings)[];
  return keys.every((key) => s[key] === first[key] || (light as readonly string[]).includes(key));
}

/** Trains it, and works out what the first picture shows: how it reads what it never saw, and how it came to. */
export function* prepare(engine: Engine, s: Settings): Generator<void, Reading | void> {
  if (!usual(s)) return;
  const model = modelOf(engine, s);
  while (model.trouble === undefined && model.reach!(model.steps) < model.steps) yield;
  for (let more = model.trouble === undefined; more;) {
    more = false;
    model.judged(FIRST_STEP);
    model.losses();
    model.tend(FIRST_STEP, { patient: false, again: () => (more = true) });
    yield;
  }
  return model;
}

/** A model that shares digits and training with the one before it, where they are alike. */
export function begun(engine: Engine, s: Settings): Reading {
  const model = modelOf(engine, s);
  // It takes its share now: the one before it is let go as soon as this one is there.
  model.reach?.(0);
  return model;
}
