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
import { palette, racers, surface, terrain } from './tokens';

function defaults(): string {
  const pairs = Object.entries({ ...palette, ...surface }).map(
    ([name, { light, dark }]) => [name, light, dark] as const,
  );
  const bands = terrain.light.map((light, i) => [`terrain-${i}`, light, terrain.dark[i] ?? light] as const);
  const runs = racers.light.map((light, i) => [`racer-${i}`, light, racers.dark[i] ?? light] as const);
  const all = [...pairs, ...bands, ...runs];
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
