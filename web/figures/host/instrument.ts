/** A figure that runs, as it is shown: its drawing, time bar, panels and controls, its foot and its numbers. */
import { html, type TemplateResult } from 'lit';
import { comparedLine } from '../../parts/compared';
import type { Player } from '../../parts/player';
import { presetButtons } from '../../parts/presets';
import { timeBar } from '../../parts/time-bar';
import type { AnyFigure, Model, Pieces, View } from '../figure';
import type { SettingTable } from '../settings';
import type { Address } from './address';
import type { Choices, Outcome } from './choices';
import { numbersBelow, numbersButton } from './numbers';
import { compared } from './pin';
import { foot, notices, type FootOptions } from './pieces';

export interface InstrumentOptions {
  readonly figure: AnyFigure;
  readonly view: View<SettingTable, Model>;
  readonly player: Player;
  readonly choices: Choices;
  /** Called with what came of a choice made here. */
  readonly chosen: (outcome: Outcome | undefined) => void;
  readonly address: Address;
  /** The address of this moment; undefined where the page's address is not ours to use. */
  readonly link: string | undefined;
  readonly take: FootOptions['take'];
  readonly notices: readonly string[];
  /** What a screen reader is told. */
  readonly said: string;
}

/** Undo and redo by keys, except in a text being written, which has its own. */
function undoByKeys(e: KeyboardEvent, { choices, chosen }: InstrumentOptions): void {
  const z = (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'z';
  if (!z || e.composedPath()[0] instanceof HTMLTextAreaElement) return;
  e.preventDefault();
  chosen(e.shiftKey ? choices.redo() : choices.undo());
}

function timeBarOf({ figure, view, player, choices, chosen }: InstrumentOptions): TemplateResult {
  const { steps } = view.clock;
  const { settings, model } = view;
  const roll = figure.newStart && (() => view.set(figure.newStart?.(settings, Math.random, model) ?? {}));
  if (steps === 0 && !roll) return html``;
  const pin = figure.compare && { on: view.pinned !== undefined, toggle: () => chosen(choices.togglePin()) };
  const both = compared(figure, view);
  return html`${timeBar({ player, steps, end: model.end, newStart: roll, pin })} ${both ? comparedLine(both) : ''}`;
}

function footOf(o: InstrumentOptions, numbers: TemplateResult): TemplateResult {
  const { choices, chosen } = o;
  return foot({
    caption: o.figure.caption,
    undo: choices.canUndo ? () => chosen(choices.undo()) : undefined,
    redo: choices.canRedo ? () => chosen(choices.redo()) : undefined,
    link: o.link,
    linkCopied: o.address.copied,
    copyLink: () => void o.address.copy(),
    numbers,
    take: o.take,
  });
}

function piecesOf(o: InstrumentOptions): Pieces {
  const { figure, view } = o;
  const numbers = numbersButton(view);
  const presets = presetButtons(figure.presets, (preset) => {
    view.set(preset.values);
    view.play();
  });
  return {
    plot: html`<div class="plot" part="plot">${figure.plot(view)}</div>`,
    asked: figure.asked ? html`<div class="asked">${figure.asked(view)}</div>` : html``,
    timeBar: timeBarOf(o),
    panels: figure.panels ? html`<div class="panels">${figure.panels(view)}</div>` : html``,
    controls:
      figure.controls || figure.presets
        ? html`<div class="controls">${figure.controls?.(view)} ${presets}</div>`
        : html``,
    foot: footOf(o, numbers),
    numbers,
  };
}

/** Picture and time bar, which stay in sight; and below them the rest, which may be folded away, as the picture may. */
function arranged(view: View<SettingTable, Model>, { plot, asked, timeBar: time, ...rest }: Pieces): TemplateResult {
  const { id, local, setLocal } = view;
  const [open, folded] = [local['rest'] === true, local['folded'] === true];
  const handle = (label: string, of: string, shown: boolean, press: () => void): TemplateResult =>
    html`<button type="button" aria-expanded=${shown ? 'true' : 'false'} aria-controls=${`${id}-${of}`} @click=${press}>
      ${label}
    </button>`;
  return html`<div class=${folded ? 'stage folded' : 'stage'} id=${`${id}-stage`} part="stage">
      ${plot} ${asked} ${time}
      <div class="handles">
        ${handle(folded ? 'picture' : 'fold', 'stage', !folded, () => setLocal({ folded: !folded, rest: false }))}
        ${handle(open ? 'less' : 'more', 'rest', open, () => setLocal({ rest: !open, folded: false }))}
      </div>
    </div>
    <div class=${open ? 'rest open' : 'rest'} id=${`${id}-rest`}>${rest.panels} ${rest.controls} ${rest.foot}</div>`;
}

export function instrument(o: InstrumentOptions): TemplateResult {
  const { figure, view } = o;
  const pieces = piecesOf(o);
  return html`
    <div
      class="live ${figure.name}"
      part="figure"
      role="group"
      aria-label=${figure.title}
      lang="en"
      dir="ltr"
      @keydown=${(e: KeyboardEvent) => undoByKeys(e, o)}
    >
      ${figure.arrange ? figure.arrange(view, pieces) : arranged(view, pieces)}
      ${numbersBelow(view, () => figure.tables?.(view) ?? [])} ${notices(o.notices)}
      <p class="unseen" aria-live="polite">${o.said}</p>
    </div>
    <div class="poster only-print"><slot></slot></div>
  `;
}
