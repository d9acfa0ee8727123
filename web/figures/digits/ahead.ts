/** The network of the first state is trained before the figure stands there, so that it answers from the first stroke on. */
import type { Engine } from '../../engine/engine';
import { initialValues } from '../settings';
import { settings, type Settings } from './choices';
import { modelOf } from './model';
import type { Reading } from './seen';

const trained = new WeakMap<Engine, Reading>();

/** Trains with the usual settings, and keeps what came of it for the first model that asks. */
export function* prepare(engine: Engine): Generator<void, void> {
  if (trained.has(engine)) return;
  const model = modelOf(engine, initialValues(settings));
  trained.set(engine, model);
  // Somebody may have taken it over meanwhile.
  const mine = (): boolean => trained.get(engine) === model && model.trouble === undefined;
  while (mine() && model.reach!(model.steps) < model.steps) yield;
}

/** A model that shares digits and training with the one before it, or with the one that was prepared, where they are alike. */
export function begun(engine: Engine, s: Settings): Reading {
  const model = modelOf(engine, s);
  // It takes its share now: the one before it is let go as soon as this one is there.
  model.reach?.(0);
  trained.get(engine)?.dispose();
  trained.delete(engine);
  return model;
}
