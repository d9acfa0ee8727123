/** Names on the map, each beside what it names. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { about, along, placed, type Name, type Pixel } from '../../plot/names';
import { EXAMPLES } from './geyser';
import { guessed, radius, type Mapped } from './mapped';
import { asks, FEW, MANY, wagers } from './seen';

const toward = ([ax, ay]: Pixel, [bx, by]: Pixel): Pixel => {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
};

/** "these 8", or what they are where they are everybody, or one alone. */
export const these = (count: number): string =>
  count === EXAMPLES ? `all ${count}` : count === 1 ? 'this one' : `these ${count}`;

/** Edge of a ring, on the side away from the ball. */
const onRing = ([x, y]: Pixel, r: number, [ux, uy]: Pixel): Pixel => [x + ux * r, y + uy * r];

function names(m: Mapped): Name[] {
  const { v, ball, truth, guess, place, deck } = m;
  const { batch, guess: wager } = v.settings;
  const away = toward(ball, truth);
  const side: Pixel = [-away[1], away[0]];
  const above: Pixel = side[1] < 0 ? side : [-side[0], -side[1]];
  const everybody = deck.batch.length === EXAMPLES;
  const ring = Math.max(4, place.cloud.spread * m.arrow);
  const atBottom = Math.hypot(truth[0] - ball[0], truth[1] - ball[1]) < 6;
  const list: Name[] = [];
  if (!everybody)
    list.push({
      text: [these(deck.batch.length)],
      mark: 'gd-gradient-text',
      near: guess,
      towards: [above[0], above[1]],
    });
  list.push({
    text: atBottom ? [`all ${EXAMPLES}: no arrow left`] : [`all ${EXAMPLES}`],
    mark: 'gd-gradient-text',
    near: atBottom ? onRing(truth, ring, [0, 1]) : truth,
    towards: [-above[0], -above[1]],
  });
  if (batch < EXAMPLES)
    list.push({
      text: [`spread ${significant(place.cloud.spread, 3)}`],
      mark: 'gd-note',
      near: onRing(truth, ring, atBottom ? [-1, 0] : away),
      towards: away,
    });
  if (asks(v) && wager === null && v.local['still'] !== true)
    list.push({
      text: [`ring for ${MANY}?`],
      mark: 'gd-guess-text',
      near: [truth[0] - radius(m, FEW), truth[1]],
      towards: [-0.6, 0.8],
    });
  const r = wagers(v) ? guessed(m) : undefined;
  if (r !== undefined && wager !== null)
    list.push({
      text: [v.width < 430 ? 'your guess' : `your guess for ${MANY}`],
      mark: 'gd-guess-text',
      near: [truth[0] - r - 8, truth[1]],
      towards: [-1, 0.2],
    });
  return list;
}

/** "lowest" at its cross, unless the ball stands on it. */
function bottom(m: Mapped): Name[] {
  const { x, y } = m.frame;
  const [w, b] = m.v.model.survey.lowest;
  const at: Pixel = [x.at(w), y.at(b)];
  return Math.hypot(at[0] - m.ball[0], at[1] - m.ball[1]) < 16
    ? []
    : [{ text: ['lowest'], mark: 'gd-optimum-text', near: at, towards: [0, 1] }];
}

export function labels(m: Mapped): SVGTemplateResult {
  const { v, ball, truth, guess, frame } = m;
  const hint: Name[] =
    v.local['touched'] || v.time > 0
      ? []
      : [{ text: ['drag me'], mark: 'gd-label hint', near: [ball[0] + 8, ball[1] - 4], towards: [0.9, -0.4] }];
  const [w, b] = v.model.survey.lowest;
  // The wager's triangle, at the ring's edge.
  const edge = wagers(v) ? [about([truth[0] - (guessed(m) ?? radius(m, FEW)), truth[1]], 9)] : [];
  const all = placed(
    [...hint, ...names(m), ...bottom(m)],
    [about(ball, 15), about([frame.x.at(w), frame.y.at(b)], 8), ...edge],
    [...along(ball, truth), ...along(ball, guess)],
    frame.box,
  );
  return svg`<g class="numbers" aria-hidden="true">${all.map(
    (n) => svg`<text class=${n.mark} x=${round(n.x)} y=${round(n.y)} text-anchor="middle">${n.text[0]}</text>`,
  )}</g>`;
}
