/** The task: level ground that is no bottom. Two conditions, each with what stands there now. */
import { brief, fixed, significant } from '../../plot/format';
import { FAR, fromBottom, LEAST_RATE, moved, RESTS, WATCHED } from './hill';
import type { Seen } from './seen';

export interface Condition {
  readonly met: boolean;
  readonly text: string;
  readonly why: string;
}

export function conditions(v: Seen): readonly Condition[] {
  const far = moved(v.model);
  const away = fromBottom(v.model);
  const slow = v.settings.rate < LEAST_RATE;
  const rests = far < RESTS && !slow;
  const small = `but a rate of ${brief(v.settings.rate)} hardly moves it anywhere: take ${LEAST_RATE} or more`;
  return [
    {
      met: rests,
      text: far > 1e6 ? 'thrown out' : `moved ${significant(far, 2)}`,
      why: slow ? small : `${rests ? 'less' : 'not less'} than ${RESTS} in five steps`,
    },
    {
      met: away > FAR,
      text: `${significant(away, 2)} from the nearer bottom`,
      why: away > FAR ? (rests ? 'level, and yet no bottom' : 'far enough') : 'too near: bottoms are level, too',
    },
  ];
}

/** Whether the ball rests where it was put, away from both bottoms; the steps need not have been taken. */
export const rests = (v: Seen): boolean => v.model.hill !== undefined && conditions(v).every((c) => c.met);

export const hilltop = {
  done: (v: Seen): boolean => v.step >= WATCHED && rests(v),
  status: (v: Seen): string => {
    if (!v.model.hill) return 'choose “two wells” first';
    const [here, there] = conditions(v);
    if (!here || !there) return '';
    if (!rests(v)) return `${here.text}, ${here.why}; ${there.text}, ${there.why}`;
    if (v.step < WATCHED) return `${here.text} in five steps; now take them`;
    return `from ${fixed(v.settings.start)}, the hilltop: level, and downhill on both sides. The ball ${here.text} in five steps, ${there.text}`;
  },
};
