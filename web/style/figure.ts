/**
 * How a figure looks inside its shadow root. Colours come as custom properties with defaults here, so
 * that a host page may set any of them on `gd-figure`; light or dark follows the host's
 * `color-scheme`. The typeface is the host's, unless `--gd-sans` says otherwise.
 */
import { css, unsafeCSS, type CSSResult } from 'lit';
import { inkStyles } from '../plot/ink';
import { dataStyles } from './figure-data';
import { palette, surface, terrain } from './tokens';

function defaults(): string {
  const pairs = Object.entries({ ...palette, ...surface }).map(
    ([name, { light, dark }]) => [name, light, dark] as const,
  );
  const bands = terrain.light.map((light, i) => [`terrain-${i}`, light, terrain.dark[i] ?? light] as const);
  const all = [...pairs, ...bands];
  const plain = all.map(([name, light]) => `--gd-${name}:${light}`).join(';');
  const both = all.map(([name, light, dark]) => `--gd-${name}:light-dark(${light},${dark})`).join(';');
  return `:host{${plain}}@supports (color:light-dark(#000,#fff)){:host{${both}}}`;
}

const frame = css`
  :host {
    display: block;
    position: relative;
    container-type: inline-size;
    color: var(--gd-ink);
    font-family: var(--gd-sans, inherit);
    font-size: 15px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums lining-nums;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  svg {
    display: block;
    max-width: 100%;
    overflow: visible;
    font-family: inherit;
  }
  .plot svg,
  .loss-curve svg {
    user-select: none;
    -webkit-user-select: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .only-print {
    display: none;
  }
  .live {
    position: relative;
  }
  .live > * + *:not(.unseen) {
    border-top: 1px solid var(--gd-rule);
  }
  .quiet {
    color: var(--gd-ink2);
    margin: 0;
  }
  .idea-parameter {
    color: var(--gd-parameter);
  }
  .idea-gradient {
    color: var(--gd-gradient);
  }
  .idea-loss {
    color: var(--gd-loss);
  }
  .idea-optimum {
    color: var(--gd-optimum);
  }
  .idea-guess {
    color: var(--gd-guess);
  }
`;

const buttons = css`
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button[aria-disabled='true'] {
    opacity: 0.38;
    cursor: default;
  }
  :is(button, a, input, summary, textarea):focus-visible,
  .strip:focus-visible,
  .handle:focus-visible .grip {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  :is(button, a, input, summary, textarea, .handle) {
    scroll-margin-top: calc(var(--gd-covered, 0px) + 12px);
  }
  .plot * {
    scroll-margin-top: 0;
  }
  .round {
    width: 40px;
    height: 40px;
    border: 1px solid var(--gd-rule);
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    background: var(--gd-card);
  }
  .round:hover:not([aria-disabled='true']),
  .pill:hover {
    border-color: var(--gd-ink2);
  }
  .round.primary {
    width: 48px;
    height: 48px;
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  .pill {
    border: 1px solid var(--gd-rule);
    border-radius: 99px;
    min-height: 32px;
    padding: 4px 12px;
    background: var(--gd-card);
    white-space: nowrap;
  }
  .link,
  .links a {
    color: var(--gd-parameter);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    min-height: 24px;
  }
  .link[aria-disabled='true'] {
    text-decoration: none;
    color: var(--gd-ink2);
    opacity: 0.7;
  }
`;

const time = css`
  .time-bar {
    display: flex;
    align-items: center;
    gap: 14px;
    padding: 14px 0;
  }
  .transport {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .scrub {
    flex: 1;
    min-width: 40px;
    display: flex;
  }
  .clock {
    color: var(--gd-ink2);
    white-space: nowrap;
  }
  .clock b {
    color: var(--gd-ink);
    font-size: 20px;
    font-weight: 600;
  }
  .ending {
    margin: 0;
    padding: 0 0 10px;
    border: 0 !important;
    font-weight: 600;
  }
  .track {
    appearance: none;
    width: 100%;
    height: 28px;
    margin: 0;
    background: none;
    cursor: pointer;
  }
  .track::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: var(--gd-rule);
  }
  .track::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: var(--gd-rule);
  }
  .track.zoned::-webkit-slider-runnable-track {
    background: none;
  }
  .track.zoned::-moz-range-track {
    background: none;
  }
  .track::-webkit-slider-thumb {
    appearance: none;
    width: 20px;
    height: 20px;
    margin-top: -8px;
    border-radius: 50%;
    border: 2px solid var(--gd-card);
    background: var(--gd-parameter);
    box-shadow: 0 0 0 1.5px var(--gd-parameter);
  }
  .track::-moz-range-thumb {
    width: 16px;
    height: 16px;
    border-radius: 50%;
    border: 2px solid var(--gd-card);
    background: var(--gd-parameter);
    box-shadow: 0 0 0 1.5px var(--gd-parameter);
  }
  .slider .track::-webkit-slider-thumb {
    background: var(--gd-ink);
    box-shadow: 0 0 0 1.5px var(--gd-ink);
  }
  .slider .track::-moz-range-thumb {
    background: var(--gd-ink);
    box-shadow: 0 0 0 1.5px var(--gd-ink);
  }
  /* Beside the buttons the scrubber would be too short to aim with. */
  @container (max-width: 480px) {
    .time-bar {
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 8px;
    }
    .scrub {
      order: 3;
      flex-basis: 60%;
    }
    .clock {
      order: 4;
    }
  }
`;

const guesses = css`
  .predict p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    margin: 0 0 12px;
  }
  .predict .mark {
    flex: none;
    align-self: center;
  }
  .predict .question {
    flex-wrap: nowrap;
  }
  .predict .question .mark {
    align-self: start;
    margin-top: 4px;
  }
  .predict .truth {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 7px;
  }
  .faint {
    opacity: 0.75;
  }
`;

const controls = css`
  .controls {
    padding: 14px 0 12px;
    display: grid;
    gap: 12px;
  }
  .slider label {
    display: flex;
    gap: 10px;
    align-items: baseline;
  }
  .slider-name {
    color: var(--gd-ink2);
  }
  .slider-value {
    font-weight: 600;
    font-size: 17px;
  }
  .slider-room {
    position: relative;
  }
  .slider.ticked .slider-room {
    padding-bottom: 20px;
  }
  .slider .track {
    display: block;
    position: relative;
    z-index: 1;
  }
  .zones {
    position: absolute;
    left: 9px;
    right: 9px;
    top: 12px;
    width: calc(100% - 18px);
    height: 5px;
    border-radius: 3px;
    overflow: hidden;
  }
  .zone-safe {
    fill: var(--gd-optimum);
    opacity: 0.6;
  }
  .zone-swinging {
    fill: var(--gd-guess);
    opacity: 0.75;
  }
  .zone-divergent {
    fill: var(--gd-gradient);
    opacity: 0.75;
  }
  .tick {
    position: absolute;
    left: 9px;
    top: 8px;
    width: calc(100% - 18px);
    max-width: none;
    height: 36px;
    pointer-events: none;
  }
  .tick-line {
    stroke: var(--gd-ink);
    stroke-width: 1.5;
  }
  .segmented {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .segmented legend {
    float: left;
    color: var(--gd-ink2);
    padding: 0;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .segments label {
    position: relative;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .segments span {
    display: block;
    border: 1px solid var(--gd-rule);
    border-radius: 99px;
    padding: 4px 12px;
    min-height: 32px;
  }
  .segments input:checked + span {
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  .segments input:focus-visible + span {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    cursor: pointer;
    color: var(--gd-ink2);
  }
  .toggle input {
    accent-color: var(--gd-ink);
    width: 16px;
    height: 16px;
    margin: 0;
  }
  .small {
    font-size: 13px;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
`;

const panels = css`
  .panels {
    padding: 12px 0;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 12px 22px;
    align-items: start;
  }
  @container (max-width: 470px) {
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .loss-curve {
    position: relative;
  }
  .loss-curve .toggle {
    position: absolute;
    top: -8px;
    right: 0;
  }
  .embed {
    padding: 0 0 10px;
    border: 0 !important;
    font-size: 14px;
  }
  .embed pre {
    margin: 6px 0;
    padding: 10px 12px;
    border: 1px solid var(--gd-rule);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: 13px;
    user-select: all;
  }
  .arithmetic {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .equation {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 4px;
    margin: 0 0 6px;
  }
  .group {
    flex: none;
    display: inline-flex;
    align-items: end;
    gap: 2px;
  }
  .quantity {
    flex: none;
    display: inline-flex;
    flex-direction: column;
    white-space: nowrap;
  }
  .stack {
    display: grid;
    gap: 12px;
  }
  .quantity small {
    max-width: 4.3em;
    white-space: normal;
    overflow-wrap: normal;
    line-height: 1.15;
    font-size: 12.5px;
    color: var(--gd-ink2);
  }
  .quantity b {
    font-weight: 600;
    font-size: 18px;
  }
  .sign {
    font-size: 17px;
    color: var(--gd-ink2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  th,
  td {
    text-align: right;
    padding: 2.5px 6px;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child {
    text-align: left;
  }
  thead th {
    color: var(--gd-ink2);
    font-weight: 600;
    border-bottom: 1px solid var(--gd-rule);
  }
  tbody tr + tr > * {
    border-top: 1px solid color-mix(in srgb, var(--gd-rule) 60%, transparent);
  }
  tr.ahead {
    color: var(--gd-ink2);
  }
  tr.now > * {
    font-weight: 600;
    background: color-mix(in srgb, var(--gd-parameter) 11%, transparent);
  }
  .sample {
    display: inline-block;
    vertical-align: middle;
    margin-right: 4px;
  }
  .quotients td b {
    font-weight: 600;
  }
  .steps-table .link {
    font-size: 13px;
    margin-top: 4px;
  }
  .caption {
    margin: 0;
    padding: 12px 0 2px;
    color: var(--gd-ink2);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 2px 0 10px;
    border: 0 !important;
    font-size: 14px;
  }
  .notice {
    padding: 8px 0;
    color: var(--gd-gradient);
  }
  .notice p {
    margin: 0 0 4px;
  }
`;

const hands = css`
  .handle {
    /* Chromium heeds touch-action on nothing that is inline, as parts of a picture are at first. */
    display: block;
    cursor: grab;
    touch-action: none;
    outline: none;
  }
  .handle:active {
    cursor: grabbing;
  }
  .grip {
    fill: transparent;
    stroke: none;
    pointer-events: all;
  }
  .handle:hover .gd-halo {
    opacity: 0.32;
  }
  .hint {
    pointer-events: none;
  }
  .scrub {
    cursor: ew-resize;
  }
  .handle:hover .gd-scrub-sign,
  .handle:hover .gd-scrub-line {
    stroke: var(--gd-ink);
  }
  .panel {
    cursor: pointer;
  }
  .gd-press {
    pointer-events: all;
  }
  .loss-curve svg {
    cursor: ew-resize;
    touch-action: pan-y;
  }
`;

const first = css`
  .start.live > * + * {
    border: 0;
  }
  .first-screen {
    position: relative;
  }
  .first-screen .plot svg {
    max-width: none;
    overflow: hidden;
  }
  .first-screen .card {
    padding: 20px;
  }
  .first-screen.wide .card {
    position: absolute;
    left: max(40px, calc(50% - 600px));
    bottom: 36px;
    width: 400px;
    padding: 26px 30px 12px;
    border: 1px solid var(--gd-rule);
    background: color-mix(in srgb, var(--gd-card) 88%, transparent);
  }
  @media print {
    .live.start {
      display: block;
    }
    .start > :not(.first-screen),
    .start .first-screen > :not(.card),
    .start .card > :not(slot) {
      display: none;
    }
    .first-screen.wide .card {
      position: static;
      padding: 20px 0;
      border: 0;
    }
  }
  .first-screen .readout {
    margin: 6px 0 4px;
    font-size: 16px;
  }
  .first-screen .readout b {
    font-size: 19px;
    font-weight: 600;
  }
  .first-screen .time-bar {
    border: 0;
    padding: 12px 0 4px;
    gap: 8px;
    flex-wrap: nowrap;
  }
  .first-screen .scrub,
  .first-screen .clock {
    display: none;
  }
  .first-screen .ending {
    display: none;
  }
  .strip {
    width: 100%;
    height: 62px;
    cursor: ew-resize;
    touch-action: pan-y;
  }
`;

const printed = css`
  @media print {
    .live {
      display: none;
    }
    .only-print {
      display: block;
    }
  }
`;

export const figureStyles: CSSResult[] = [
  unsafeCSS(defaults()),
  frame,
  unsafeCSS(inkStyles()),
  buttons,
  time,
  guesses,
  controls,
  panels,
  hands,
  first,
  dataStyles,
  printed,
];
