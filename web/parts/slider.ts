/** Sliders that show what they mean: named, with their value, ticks where something happens. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { brief } from '../plot/format';
import { clamp } from '../plot/scales';

export interface Tick {
  readonly value: number;
  readonly label: string;
  /** Which side of its tick the label stands on; default centred. */
  readonly side?: 'before' | 'after';
}

/** A stretch of the track with a meaning, from the previous one's end up to `to`. */
export interface Zone {
  readonly to: number;
  readonly kind: 'safe' | 'swinging' | 'divergent' | 'plain';
}

export interface SliderOptions {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly scale?: 'linear' | 'log';
  /** Width of one key press, in value (linear) or as a factor's logarithm to base 10 (log). */
  readonly step?: number;
  readonly ticks?: readonly Tick[];
  readonly zones?: readonly Zone[];
  readonly idea?: 'parameter' | 'gradient' | 'ink';
  readonly text?: (value: number) => string;
  readonly input: (value: number) => void;
  readonly done?: () => void;
}

/**
 * Rounds a dragged value so that what is shown is what is used, and round numbers can be hit. On a log
 * scale the grid is about 2 % wide everywhere, so that no key press is lost in it.
 */
export function tidy(value: number, log: boolean): number {
  if (!log || value <= 0) return Number(value.toPrecision(3));
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const mantissa = value / power;
  const grid = mantissa < 2.5 ? 50 : mantissa < 5 ? 20 : 10;
  return Number(((Math.round(mantissa * grid) / grid) * power).toPrecision(3));
}

/** One key press on a log scale, in decades. */
const LOG_STEP = 0.01;

export function slider(o: SliderOptions): TemplateResult {
  const log = o.scale === 'log';
  const to = (v: number): number => (log ? Math.log10(v) : v);
  const from = (p: number): number => (log ? 10 ** p : p);
  const [low, high] = [to(o.min), to(o.max)];
  const share = (v: number): number => (100 * (clamp(to(v), low, high) - low)) / (high - low);
  const text = o.text ?? ((v: number) => brief(v, 3));
  const step = o.step ?? (log ? LOG_STEP : (high - low) / 200);
  const zones = (o.zones ?? []).reduce<{ left: number; width: number; kind: string }[]>((done, zone) => {
    const left = done.reduce((sum, z) => sum + z.width, 0);
    return [...done, { left, width: Math.max(0, share(zone.to) - left), kind: zone.kind }];
  }, []);
  return html`
    <div class=${`slider ${o.ticks?.length ? 'ticked' : ''}`} part="slider">
      <label for=${o.id}>
        <span class="slider-name">${o.label}</span>
        <output class=${`slider-value idea-${o.idea ?? 'ink'}`}>${text(o.value)}</output>
      </label>
      <div class="slider-room">
        ${
          zones.length
            ? html`<svg class="zones" preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden="true">
                ${zones.map((z) => zoneBar(z))}
              </svg>`
            : nothing
        }
        <input
          id=${o.id}
          type="range"
          class=${`track ${zones.length ? 'zoned' : ''}`}
          min=${low}
          max=${high}
          step=${step}
          .value=${String(to(o.value))}
          aria-valuetext=${`${text(o.value)}${zoneName(o)}`}
          @input=${(e: Event) => o.input(tidy(from(Number((e.target as HTMLInputElement).value)), log))}
          @change=${() => o.done?.()}
        />
        ${o.ticks?.map((t) => tickMark(t, share(t.value)))}
      </div>
    </div>
  `;
}

function zoneName(o: SliderOptions): string {
  const zone = o.zones?.find((z) => o.value <= z.to);
  return zone && zone.kind !== 'plain' ? `, ${zone.kind}` : '';
}

const zoneBar = (z: { left: number; width: number; kind: string }) =>
  svg`<rect class=${`zone-${z.kind}`} x=${z.left} width=${z.width} y="0" height="1"></rect>`;

/** Ticks are placed with an SVG of their own, since inline styles are not ours to use under a strict policy. */
const tickMark = (t: Tick, at: number): TemplateResult => html`
  <svg class="tick" aria-hidden="true" width="100%" height="30">
    <line class="tick-line" x1=${`${at}%`} x2=${`${at}%`} y1="0" y2="12"></line>
    <text
      class="gd-tick-text"
      x=${`${at}%`}
      y="27"
      dx=${t.side === 'before' ? 3 : t.side === 'after' ? -3 : 0}
      text-anchor=${t.side === 'before' ? 'end' : t.side === 'after' ? 'start' : 'middle'}
    >
      ${t.label}
    </text>
  </svg>
`;

export interface ChoiceOptions<N extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: N;
  readonly options: readonly { readonly value: N; readonly label: string }[];
  readonly input: (value: N) => void;
}

/**
 * A few alternatives side by side: native radio buttons underneath. No `fieldset`: WebKit keeps its legend on a
 * line of its own.
 */
export function segmented<N extends string>(o: ChoiceOptions<N>): TemplateResult {
  return html`
    <div class="segmented" part="choice" role="radiogroup" aria-labelledby="${o.id}-label">
      <span id="${o.id}-label">${o.label}</span>
      <div class="segments">
        ${o.options.map(
          (option) => html`
            <label>
              <input
                type="radio"
                name=${o.id}
                .checked=${option.value === o.value}
                @change=${() => o.input(option.value)}
              />
              <span>${option.label}</span>
            </label>
          `,
        )}
      </div>
    </div>
  `;
}

/** A yes or no. */
export function toggle(o: {
  readonly label: string;
  readonly value: boolean;
  readonly input: (value: boolean) => void;
}): TemplateResult {
  return html`<label class="toggle"
    ><input
      type="checkbox"
      .checked=${o.value}
      @change=${(e: Event) => o.input((e.target as HTMLInputElement).checked)}
    /><span>${o.label}</span></label
  >`;
}
