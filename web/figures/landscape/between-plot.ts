/** The plane through two ends and the bent way between them, and below it the loss along three ways. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, follow } from '../../parts/drag';
import { stepByKey } from '../../parts/step-keys';
import { linePath, linspace, round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { ring } from '../../plot/marks';
import { clamp, linearAxis } from '../../plot/scales';
import { highest, onWay, STEPS } from './between';
import { planePicture, rules } from './plane-picture';
import { frameOf, type Frame } from './section';
import type { Between, Pair, Seen, Ways } from './seen';

/** How the three are drawn, here and where their highest losses stand. */
export const STROKES = {
  straight: { line: 'gd-solid-line', dash: '' },
  sorted: { line: 'gd-solid-line', dash: '3 4' },
  bent: { line: 'gd-loss-line', dash: '' },
} as const;
const WAYS = ['straight', 'sorted', 'bent'] as const;

const arc = ({ apart }: Between, { free }: Ways, { x, y }: Frame): string =>
  linspace(0, 1, 41).reduce((path, part) => {
    const [px, py] = onWay(part, apart, free);
    return `${path}${path ? 'L' : 'M'}${round(x.at(px))} ${round(y.at(py))}`;
  }, '');

function onMap(v: Seen, between: Between, ways: Ways, frame: Frame): SVGTemplateResult {
  const { x, y } = frame;
  const { apart, seeds } = between;
  const part = v.time / STEPS;
  const put = ([px, py]: Pair): Pair => [round(x.at(px)), round(y.at(py))];
  const [one, two] = [put([0, 0]), put([apart, 0])];
  const [straight, bent] = [put(onWay(part, apart)), put(onWay(part, apart, ways.free))];
  const bow = arc(between, ways, frame);
  const line = `M${one[0]} ${one[1]}L${two[0]} ${two[1]}`;
  return svg`<g data-spot="path" aria-hidden="true">
      <path class="gd-racer-seam" d=${line}></path><path class="gd-solid-line" d=${line}></path>
      <path class="gd-racer-seam" d=${bow}></path><path class="gd-parameter-line" d=${bow}></path>
      ${ring(...one, 4.5)} ${ring(...two, 4.5)}
      <text class="gd-parameter-text" x=${one[0]} y=${one[1] + 22} text-anchor="middle">end of start ${seeds[0]}</text>
      <text class="gd-parameter-text" x=${two[0]} y=${two[1] + 22} text-anchor="middle">end of start ${seeds[1]}</text>
    </g>
    <circle class="gd-knob numbers" cx=${straight[0]} cy=${straight[1]} r="5"></circle>
    <g data-spot="ball" class="numbers" transform=${`translate(${bent[0]} ${bent[1]})`}>${ballFace}</g>`;
}

/** A way's loss where the ball is: between two places on the line through them. */
export function lossOn(losses: ArrayLike<number>, time: number): number {
  const k = clamp(Math.floor(time), 0, losses.length - 1);
  const next = Math.min(losses.length - 1, k + 1);
  return (losses[k] ?? NaN) + ((losses[next] ?? NaN) - (losses[k] ?? NaN)) * (time - k);
}

function profile(v: Seen, between: Between, { bent }: Ways, frame: Frame): SVGTemplateResult {
  const { profile: box } = frame;
  const all = { straight: between.straight, sorted: between.sorted, bent };
  const most = Math.max(...WAYS.map((way) => highest(all[way])));
  const x = linearAxis([0, STEPS], [box.left, box.right]);
  const y = linearAxis([0, most * 1.02], [box.bottom, box.top], 30);
  const at = linspace(0, STEPS, between.straight.length);
  const px = round(x.at(v.time));
  const go = (to: number): void => v.go(Math.round(clamp(x.value(to), 0, STEPS)));
  return svg`<g data-spot="profile">
    <text class="gd-axis-name" x="0" y=${round(box.top - 9)}>loss on the way from one end to the other</text>
    <g aria-hidden="true">
      ${rules(y, frame)}
      <path class="gd-scrub-line" d=${`M${px} ${box.top}V${round(box.bottom)}`}></path>
      ${WAYS.map((way) => svg`<path class=${STROKES[way].line} stroke-dasharray=${STROKES[way].dash} d=${linePath({ x: at, y: all[way] }, x, y)}></path>`)}
      <circle class="gd-knob" cx=${px} cy=${round(y.at(lossOn(all.straight, v.time)))} r="4.5"></circle>
      <circle class="gd-ball" cx=${px} cy=${round(y.at(lossOn(all.bent, v.time)))} r="6"></circle>
      <path class="gd-baseline" d=${`M${box.left} ${round(box.bottom)}H${box.right}`}></path>
      <text class="gd-note-strong" x=${box.left} y=${round(box.bottom + 15)}>start ${between.seeds[0]}</text>
      <text class="gd-note-strong" x=${box.right} y=${round(box.bottom + 15)} text-anchor="end">start ${between.seeds[1]}</text>
    </g>
    <rect class="steering" fill="transparent" role="slider" tabindex="0" aria-label="Part of the way from one end to the other"
      aria-valuemin="0" aria-valuemax=${STEPS} aria-valuenow=${v.step} aria-valuetext=${`${v.step} percent: ${told(v, between, bent)}`}
      x=${box.left} y=${box.top} width=${round(box.right - box.left)} height=${round(box.bottom - box.top)}
      @pointerdown=${(e: PointerEvent) => follow(e, go)}
      @keydown=${(e: KeyboardEvent) => stepByKey(e, v.step, STEPS, (to) => v.go(to))}></rect>
  </g>`;
}

/** What the three ways say where the ball is. */
export const told = (v: Seen, { straight, sorted }: Between, bent: Ways['bent']): string =>
  `straight ${significant(lossOn(straight, v.step))}, with the neurons sorted alike ${significant(lossOn(sorted, v.step))}, bent ${significant(lossOn(bent, v.step))}`;

export function betweenPicture(v: Seen, between: Between): TemplateResult {
  const ways = between.ways.look(v);
  if (!ways) return html``;
  const frame = frameOf(v.width, ways);
  return planePicture(v, {
    label: 'The plane through two ends, a straight and a bent way between them, and the loss along each',
    frame,
    ground: ways.ground,
    onMap: onMap(v, between, ways, frame),
    ways: ['straight to the other end', 'to the free point'],
    profile: profile(v, between, ways, frame),
  });
}
