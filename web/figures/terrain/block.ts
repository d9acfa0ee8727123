/** The landscape as a block that can be turned. A piece of its own. */
import type { TemplateResult } from 'lit';
import { surface } from '../../parts/surface';
import { surfaceStyles } from '../../style/figure/surface';
import { ground, type Ground } from '../../plot/surface';
import { ghostLines } from '../pinned';
import type { Pair } from './grounds';
import { HOME, type Seen } from './seen';
import type { Survey } from './survey';

const blocks = new WeakMap<Survey, Ground>();

/** Of one survey the same block, which then is not painted twice. */
function blockOf(survey: Survey): Ground {
  const known = blocks.get(survey);
  if (known) return known;
  const { heights, x, y, levels } = survey;
  const made = ground({ field: heights, x, y, levels });
  blocks.set(survey, made);
  return made;
}

/**
 * In the map's place, and as tall.
 *
 * @param bottoms that are known by now
 */
export function block(v: Seen, bottoms: readonly Pair[], height: number): TemplateResult {
  const { run, survey } = v.model;
  const rows = Array.from({ length: run.steps + 1 }, (_, k) => [run.parameter(k, 0), run.parameter(k, 1)]);
  const at = [run.at(v.time, 0), run.at(v.time, 1)] as const;
  return surface({
    width: Math.round(v.width),
    height,
    ground: blockOf(survey),
    look: { turn: v.settings.turn, tilt: v.settings.tilt },
    home: HOME,
    label: 'The landscape as a surface. Arrow keys turn and tilt it',
    lines: [
      ...ghostLines(v.pinned),
      { points: rows.slice(v.step).flat(), ink: 'parameter-ghost' },
      { points: [...rows.slice(0, v.step + 1).flat(), ...at], ink: 'parameter-line' },
    ],
    marks: [...bottoms.map((m) => ({ at: m, kind: 'optimum' as const })), { at, kind: 'ball' }],
    turned: (look) => v.set({ turn: Math.round(look.turn), tilt: Math.round(look.tilt) }, { keepTime: true }),
  });
}

export const styles = [surfaceStyles];
