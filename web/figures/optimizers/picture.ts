/** The map, and below it what the panel is about: the momentum dial, the line of arrivals, or the rails of the wager. */
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { fixed } from '../../plot/format';
import { clamp, thousandths } from '../../plot/scales';
import { chosen, hands, pinned } from './chosen';
import { others, stripOf } from './coming';
import { momentumDial } from './dial';
import { hasCondition } from './landscapes';
import { plotOf, raceMap } from './map';
import { pastOf } from './past';
import { MOMENTUM, type Entry } from './race';
import { isNear, mapHeight } from './reach';
import { MOST } from './rolls';
import { still, USUAL, type Seen, type Strip } from './seen';
import { dialsOf } from './task';
import { without } from './tuning';

/** What stands below the map: nothing where the panel needs the room. */
type Below = 'dial' | Strip | undefined;

const stripIn = ({ settings: { panel } }: Seen): Below =>
  panel === 'momentum' ? 'dial' : panel === 'race' ? 'arrivals' : panel === 'guess' ? 'rails' : undefined;

const GAP = 6;
const heightOf = (strip: Below, width: number): number => {
  if (!strip) return 0;
  if (width < 480) return 108;
  return strip === 'dial' ? 158 : 118;
};

function called(v: Seen, momentum: number): (e: Entry) => string {
  return ({ racer, finish }) => {
    const name =
      racer.name === 'momentum' && v.settings.panel === 'momentum' ? `momentum ${fixed(momentum, 2)}` : racer.short;
    return finish && finish.step <= v.step ? `${name}, there at ${finish.step}` : name;
  };
}

function turn(v: Seen, momentum: number, held: boolean): void {
  pastOf(v).mark(v.model.rolls.key, dialsOf(v).momentum, momentum);
  v.setLocal({ held, turned: true });
  const racers = v.settings.racers.includes('momentum') ? {} : { racers: [...v.settings.racers, 'momentum'] };
  v.set(
    { momentum, picked: 'momentum', ...racers, tuned: without(v.settings.tuned, (key) => key === MOMENTUM) },
    still,
  );
}

function dialStrip(v: Seen, top: number, height: number): SVGTemplateResult {
  const { momentum } = dialsOf(v);
  const { guessMomentum, swept } = v.settings;
  const ghost = v.pinned?.model.entries.find((e) => e.racer.name === 'momentum');
  return momentumDial({
    id: v.id,
    top,
    height,
    width: v.width,
    rolls: v.model.rolls,
    momentum: clamp(momentum, 0, MOST),
    past: pastOf(v),
    guess: guessMomentum,
    swept,
    moving: v.local['moving'] === true,
    pinned: ghost && { momentum: ghost.values['momentum'] ?? USUAL, step: ghost.finish?.step },
    turn: (value, held) => turn(v, value, held),
    turned: () => v.setLocal({ held: false }),
    suppose: (value) => v.set({ guessMomentum: value }, still),
    hint: !v.local['turned'] && momentum === USUAL,
    answer: swept ? others.here?.swept : undefined,
  });
}

const strip = (v: Seen, which: Below, top: number, height: number): SVGTemplateResult[] =>
  which === undefined ? [] : [which === 'dial' ? dialStrip(v, top, height) : stripOf(v, which, top, height)];

/** What the dial was at before, while it is the dial that is looked at. */
function ghosts(v: Seen) {
  const { rolls } = v.model;
  const { momentum } = dialsOf(v);
  const past = pastOf(v);
  past.see(rolls.key, momentum, v.local['held'] === true);
  if (v.settings.panel !== 'momentum') return [];
  return past.ghosts(momentum).map((m) => ({ name: fixed(m, 2), roll: rolls.at(m) }));
}

export function plot(v: Seen): TemplateResult {
  const ghost = pinned(v);
  const which = stripIn(v);
  const height = mapHeight(v.width);
  const below = heightOf(which, v.width);
  const map = raceMap({
    id: v.id,
    race: v.model,
    reach: v.settings.reach,
    time: v.time,
    step: v.step,
    width: v.width,
    pinned: ghost && v.pinned && { model: ghost, time: v.pinned.time },
    ghosts: ghosts(v),
    called: called(v, dialsOf(v).momentum),
    ...hands(v),
    place: (x, y) => {
      v.setLocal({ touched: true, moving: true });
      // The whole map stays under the hand, also where the near one would do.
      const whole = hasCondition(v.settings.landscape) && !isNear(v.model, v.settings.reach);
      v.set({ x: thousandths(x), y: thousandths(y), ...(whole ? { reach: 'whole' } : {}) }, still);
    },
    placed: () => v.setLocal({ moving: false }),
    hint: v.local['touched'] ? undefined : 'drag me',
    again: () => v.setLocal({}),
  });
  const label = `The landscape ${v.model.ground.info.label}, ${chosen(v) ? 'and the racers’ paths' : 'empty'}`;
  return plotOf(v.width, height + (below ? GAP + below : 0), label, [map, ...strip(v, which, height + GAP, below)]);
}
