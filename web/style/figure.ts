/**
 * How a figure looks inside its shadow root. Colours come as custom properties with defaults here, so
 * that a host page may set any of them on `gd-figure`; light or dark follows the host's
 * `color-scheme`. The typeface is the host's, unless `--gd-sans` says otherwise. What only some figures need comes with
 * them (`Figure.styles`).
 */
import { unsafeCSS, type CSSResult } from 'lit';
import { inkStyles } from '../plot/ink';
import { buttons } from './figure/buttons';
import { controls } from './figure/controls';
import { frame } from './figure/frame';
import { hands } from './figure/handles';
import { panels } from './figure/panels';
import { guesses } from './figure/predict';
import { printed } from './figure/print';
import { room } from './figure/room';
import { stage } from './figure/stage';
import { time } from './figure/time-bar';
import { land, palette, racers, sea, surface, terrain, water } from './tokens';

function defaults(): string {
  const pairs = Object.entries({ ...palette, ...surface, water }).map(
    ([name, { light, dark }]) => [name, light, dark] as const,
  );
  const series = Object.entries({ terrain, land, sea, racer: racers }).flatMap(([name, { light, dark }]) =>
    light.map((colour, i) => [`${name}-${i}`, colour, dark[i] ?? colour] as const),
  );
  const all = [...pairs, ...series];
  const plain = all.map(([name, light]) => `--gd-${name}:${light}`).join(';');
  const both = all.map(([name, light, dark]) => `--gd-${name}:light-dark(${light},${dark})`).join(';');
  return `:host{${plain}}@supports (color:light-dark(#000,#fff)){:host{${both}}}`;
}

export const figureStyles: CSSResult[] = [
  unsafeCSS(defaults()),
  room,
  frame,
  unsafeCSS(inkStyles()),
  buttons,
  stage,
  time,
  guesses,
  controls,
  panels,
  hands,
  printed,
];
