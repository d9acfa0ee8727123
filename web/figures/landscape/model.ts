/** One of three instruments, for one choice of settings. */
import type { Engine } from '../../engine/engine';
import { betweenOf, STEPS } from './between';
import type { Settings } from './choices';
import { edgeOf, UPDATES as EDGE_UPDATES } from './edge';
import { endsOf, LAST } from './ends';
import { moons } from './lesson';
import type { Landscape } from './seen';
import { sliceOf } from './slice';
import { UPDATES as SLICE_UPDATES } from './walk';

export function modelOf(engine: Engine, s: Settings): Landscape {
  const lesson = moons(engine);
  if (s.view === 'ends') {
    const ends = endsOf(engine);
    return { lesson, steps: LAST, ends, dispose: () => ends.runs.end() };
  }
  if (s.view === 'slice' && s.plane === 'between') {
    const between = betweenOf(engine, s);
    return { lesson, steps: STEPS, between, dispose: () => between.dispose() };
  }
  if (s.view === 'slice') {
    const slice = sliceOf(engine, s);
    return { lesson, steps: SLICE_UPDATES, slice, dispose: () => slice.dispose() };
  }
  const edge = edgeOf(engine, s);
  const last = (): number => {
    const course = edge.course.now;
    return course?.diverged ? course.losses.length - 1 : EDGE_UPDATES;
  };
  return {
    lesson,
    edge,
    get steps() {
      return last();
    },
    get end() {
      return edge.course.now?.diverged
        ? { step: last(), text: `diverged at update ${last() + 1}: no numbers any more` }
        : undefined;
    },
    dispose: () => edge.dispose(),
  };
}
