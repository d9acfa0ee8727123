/** The shelf of landscapes as small pictures, and the reader's own formula with its slopes or its mistake. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { EngineError } from '../../engine/engine';
import { terrainMap, type Terrain } from '../../plot/contours';
import { grounds, groundNames, type GroundName } from './grounds';

const SIDE = 32;

export interface ShelfOptions {
  readonly id: string;
  readonly value: GroundName;
  readonly pictures: ReadonlyMap<GroundName, Terrain>;
  readonly input: (name: GroundName) => void;
}

function face(picture: Terrain | undefined): TemplateResult {
  const box = { left: 0, top: 0, right: SIDE, bottom: SIDE };
  return html`<svg width=${SIDE} height=${SIDE} viewBox=${`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
    ${picture ? terrainMap(picture, box) : svg`<text class="gd-label" x=${SIDE / 2} y=${SIDE / 2 + 4} text-anchor="middle">f(x, y)</text>`}
  </svg>`;
}

export function shelf(o: ShelfOptions): TemplateResult {
  return html`<fieldset class="shelf" part="choice">
    <legend class="unseen">landscape</legend>
    ${groundNames.map(
      (name) =>
        html`<label>
          <input type="radio" name=${o.id} .checked=${name === o.value} @change=${() => o.input(name)} />
          ${face(o.pictures.get(name))}<span>${grounds[name].label}</span>
        </label>`,
    )}
  </fieldset>`;
}

export interface FormulaOptions {
  readonly id: string;
  /** As it is being typed. */
  readonly text: string;
  readonly problem: Pick<EngineError, 'message' | 'remedy' | 'position'> | null;
  /** The two derivatives as text; empty where too long to read. */
  readonly slopes: readonly string[];
  readonly input: (text: string) => void;
}

/** The typed text again, with the place of the mistake marked; past its end, a mark stands there. */
function marked(text: string, position: number): TemplateResult | typeof nothing {
  if (position < 0) return nothing;
  const [letter = ''] = text.slice(position);
  return html`<code
    >${text.slice(0, position)}<mark>${letter || '\u2002'}</mark>${text.slice(position + letter.length)}</code
  >`;
}

/** What a message puts between backticks is set as it is typed. */
const quoted = (message: string): unknown[] =>
  message.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

export function formulaField(o: FormulaOptions): TemplateResult {
  return html`<div class="formula">
    <label for=${`${o.id}-formula`}>f(x, y) =</label>
    <input
      id=${`${o.id}-formula`}
      type="text"
      maxlength="200"
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      aria-invalid=${o.problem ? 'true' : 'false'}
      aria-describedby=${`${o.id}-read`}
      .value=${o.text}
      @input=${(e: Event) => o.input((e.target as HTMLInputElement).value)}
    />
    <div id=${`${o.id}-read`} class="read" role="status">
      ${
        o.problem
          ? html`${marked(o.text, o.problem.position)}
              <p class="problem">${quoted(`${o.problem.message} ${o.problem.remedy}`)}</p>`
          : o.slopes.map(
              (slope, i) =>
                html`<p><i>∂f/∂${'xy'[i]}</i> = <span class="idea-gradient">${slope || 'too long to read'}</span></p>`,
            )
      }
    </div>
  </div>`;
}
