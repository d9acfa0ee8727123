/** The start that all runs share, as the ball in the reader's hand. */
import { svg, type SVGTemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { fixed, significant } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { spotOf } from './ways';
import { held, type Room } from './room';
import { allowed, type Seen } from './seen';

/** As many digits as a pixel of this map is worth. */
const tidy = (value: number, pixel: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(pixel, 1e-12)));
  return Number((Math.round(value / step) * step).toPrecision(12));
};

const numberAt = (value: number): string => (Math.abs(value) < 1000 ? fixed(value, 2) : significant(value, 4));

export function start(v: Seen, r: Room): SVGTemplateResult {
  const { survey, tracks } = v.model;
  const { x, y } = v.settings;
  const curve = survey?.curve !== undefined;
  const first = tracks.find(({ run }) => run);
  const loss = first?.run?.loss(0);
  const at = curve
    ? first
      ? spotOf(v, r, first, 0)
      : ([r.x.at(x), (r.box.top + r.box.bottom) / 2] as const)
    : ([r.x.at(x), r.y.at(y)] as const);
  const [hx, hy] = held(r, ...at, 4);
  const pixel = Math.abs(r.x.value(1) - r.x.value(0));
  const put = (nx: number, ny: number): void => {
    const within = (value: number, a: number, b: number): number => clamp(value, Math.min(a, b), Math.max(a, b));
    const px = tidy(within(nx, r.x.value(r.box.left), r.x.value(r.box.right)), pixel);
    const py = tidy(within(ny, r.y.value(r.box.bottom), r.y.value(r.box.top)), pixel);
    if (v.local['touched'] !== true) v.setLocal({ touched: true });
    v.set(curve ? { x: px } : { x: px, y: py }, { keepTime: true });
  };
  const names = survey?.variables ?? [];
  const where = names.map((name, i) => `${name} = ${numberAt(i ? y : x)}`).join(', ');
  const text = `start at ${where}, loss ${loss === undefined ? 'not finite' : significant(loss)}`;
  if (allowed(v, 'start') !== 'change')
    return svg`<g transform=${`translate(${hx} ${hy})`} role="img" aria-label=${text}><circle class="gd-knob-halo" r="12"></circle><circle class="gd-hollow-dot" r="6"></circle></g>`;
  return handle({
    x: hx,
    y: hy,
    label: 'The start, for all runs',
    value: x,
    min: r.x.value(r.box.left),
    max: r.x.value(r.box.right),
    valueText: text,
    move: (mx, my) => put(r.x.value(mx), r.y.value(my)),
    nudge: (dx, dy, scale) => put(x + dx * 2 * pixel * scale, y + dy * 2 * pixel * scale),
    face: ballFace,
    hint: v.local['touched'] === true ? undefined : 'drag me',
    hintAt: hx > r.box.right - 84 ? [-72, 4] : [18, hy - r.box.top < 30 ? 22 : -8],
  });
}
