/** Reset, back, play, step, scrub, speed: the same bar under every figure that has a time line. */
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
  options: { disabled?: boolean; kind?: string; pressed?: boolean } = {},
): TemplateResult => html`
  <button
    type="button"
    class=${`round ${options.kind ?? ''}`}
    part="button"
    aria-label=${label}
    title=${label}
    aria-disabled=${options.disabled ? 'true' : nothing}
    aria-pressed=${options.pressed ?? nothing}
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

export function timeBar({ player, steps, end, newStart, pin }: TimeBarOptions): TemplateResult {
  const { time, playing, step, speed } = player;
  // The step that leads out of bounds has no row of its own. A pinned run may last longer than the present one.
  const last = end && end.step >= steps - 1 ? end.step : steps;
  return html`
    <div class="time-bar" part="time-bar" role="group" aria-label="Time">
      <div class="transport">
        ${button('Back to the start', icons.reset, () => player.go(0), { disabled: time === 0 })}
        ${button('One step back', icons.back, () => player.back(), { disabled: time === 0 })}
        ${button(playing ? 'Pause' : 'Play', playing ? icons.pause : icons.play, () => player.toggle(), {
          kind: 'primary',
        })}
        ${button('One step', icons.forward, () => player.next(), { disabled: time >= steps })}
        ${button(toEnd(steps, last === end?.step ? end : undefined), icons.end, () => player.go(last), {
          disabled: time >= last,
          kind: 'end',
        })}
      </div>
      <div class="scrub">
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
        <output class="clock" aria-hidden="true"
          ><span class="counter" data-widest=${count(steps)}><b>${count(step)}</b></span> / ${count(steps)}</output
        >
      </div>
      <button
        type="button"
        class="pill"
        part="button"
        aria-label=${`Speed ${speed} times; press to change`}
        title="Speed"
        @click=${() => player.faster()}
      >
        ${speed}×
      </button>
      ${player.slow ? beats(player.beat) : nothing}
      ${pin ? button('Pin this run', icons.pin, pin.toggle, { kind: 'pin', pressed: pin.on }) : nothing}
      ${newStart ? button('New start', icons.dice, newStart) : nothing}
    </div>
    ${end && step >= end.step ? html`<p class=${end.arrived ? 'ending idea-optimum' : 'ending'} part="ending">${end.text}</p>` : nothing}
  `;
}
