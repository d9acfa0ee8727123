/** Back, play, step, scrub, speed, and a menu for the rest: the same row under every figure that has a time line. */
import { html, nothing, type TemplateResult } from 'lit';
import { count } from '../plot/format';
import { icons } from './icons';
import type { Beat, Player } from './player';

export interface TimeBarOptions {
  readonly player: Player;
  readonly steps: number;
  readonly end?: { readonly step: number; readonly text: string; readonly arrived?: boolean } | undefined;
  readonly newStart?: (() => void) | undefined;
  /** Keeps the present run in view beside the next ones; undefined where that means nothing. */
  readonly pin?: { readonly on: boolean; readonly toggle: () => void } | undefined;
}

const button = (
  label: string,
  icon: unknown,
  press: () => void,
  options: { disabled?: boolean; kind?: string } = {},
): TemplateResult => html`
  <button
    type="button"
    class=${`round ${options.kind ?? ''}`}
    part="button"
    aria-label=${label}
    title=${label}
    aria-disabled=${options.disabled ? 'true' : nothing}
    @click=${() => !options.disabled && press()}
  >
    ${icon}
  </button>
`;

/** Says what there is to see at the end before the reader goes there. */
const toEnd = (steps: number, end: TimeBarOptions['end']): string =>
  end ? `To the end: ${end.text}` : `To the end, step ${steps}`;

const BEATS: readonly { readonly beat: Beat; readonly text: string }[] = [
  { beat: 'look', text: 'look' },
  { beat: 'scale', text: 'scale' },
  { beat: 'move', text: 'move' },
];

/** The three beats of a slowed step, the present one marked. */
const beats = (now: Beat | null): TemplateResult =>
  html`<span class="beats" aria-hidden="true"
    >${BEATS.map(({ beat, text }) => html`<i class=${beat === now ? 'now' : ''}>${text}</i>`)}</span
  >`;

/** What few press often: in a menu at the row's end. */
function rest({ player, steps, end, newStart, pin }: TimeBarOptions): TemplateResult {
  const { time, speed } = player;
  // The step that leads out of bounds has no row of its own. A pinned run may last longer than the present one.
  const last = end && end.step >= steps - 1 ? end.step : steps;
  const item = (
    label: string,
    icon: unknown,
    act: () => void,
    disabled = false,
    pressed?: boolean,
  ): TemplateResult => html`
    <button
      type="button"
      aria-disabled=${disabled ? 'true' : nothing}
      aria-pressed=${pressed ?? nothing}
      @click=${(e: Event) => {
        if (disabled) return;
        closeMenu(e);
        act();
      }}
    >
      ${icon}<span>${label}</span>
    </button>
  `;
  return html`<details class="more" @keydown=${escapeMenu} @focusout=${leaveMenu}>
    <summary class="round" part="button" aria-label="More for the time line" title="More">${icons.more}</summary>
    <div class="menu">
      ${item('Back to the start', icons.reset, () => player.go(0), time === 0)}
      ${item(toEnd(steps, last === end?.step ? end : undefined), icons.end, () => player.go(last), time >= last)}
      ${pin ? item('Pin this run', icons.pin, pin.toggle, false, pin.on) : nothing}
      ${newStart ? item('New start', icons.dice, newStart) : nothing}
      <button type="button" class="speed" @click=${() => player.faster()}>
        ${icons.speed}<span>Speed ${speed}×</span>
      </button>
    </div>
  </details>`;
}

const menuOf = (e: Event): HTMLDetailsElement | null =>
  e.target instanceof Element ? e.target.closest<HTMLDetailsElement>('details.more') : null;

function closeMenu(e: Event): void {
  const menu = menuOf(e);
  if (!menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

function escapeMenu(e: KeyboardEvent): void {
  if (e.key === 'Escape') closeMenu(e);
}

function leaveMenu(e: FocusEvent): void {
  const menu = e.currentTarget as HTMLDetailsElement;
  // Nothing has the focus after a press on what cannot have it, which may be the menu's own ground.
  if (e.relatedTarget instanceof Node && !menu.contains(e.relatedTarget)) menu.open = false;
}

export function timeBar(options: TimeBarOptions): TemplateResult {
  const { player, steps, end } = options;
  const { time, playing, step, speed } = player;
  const ended = end !== undefined && step >= end.step;
  return html`
    <div class="time-bar" part="time-bar" role="group" aria-label="Time">
      <div class="transport">
        ${button('One step back', icons.back, () => player.back(), { disabled: time === 0 })}
        ${button(playing ? 'Pause' : 'Play', playing ? icons.pause : icons.play, () => player.toggle(), {
          kind: 'primary',
        })}
        ${button('One step', icons.forward, () => player.next(), { disabled: time >= steps })}
      </div>
      <div class="scrub">
        <div class="line">
          <input
            type="range"
            class="track"
            min="0"
            max=${steps}
            step="1"
            .value=${String(step)}
            aria-label="Step"
            aria-valuetext=${`step ${step} of ${steps}`}
            @input=${(e: Event) => player.go(Number((e.target as HTMLInputElement).value))}
          />
          ${player.slow ? beats(player.beat) : nothing}
          ${ended && !player.slow ? html`<p class=${end.arrived ? 'ending idea-optimum' : 'ending'} part="ending">${end.text}</p>` : nothing}
        </div>
        <output class="clock" aria-hidden="true"
          ><span class="counter" data-widest=${count(steps)}><b>${count(step)}</b></span> / ${count(steps)}</output
        >
      </div>
      <button
        type="button"
        class="pill speed"
        part="button"
        aria-label=${`Speed ${speed} times; press to change`}
        title="Speed"
        @click=${() => player.faster()}
      >
        ${speed}×
      </button>
      ${rest(options)}
    </div>
  `;
}
