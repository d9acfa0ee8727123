/** What stands below the map when another tab is opened, and under it. A piece of its own. */
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { waiting } from '../../parts/arithmetic';
import { presetButtons } from '../../parts/presets';
import { segmented, slider, toggle } from '../../parts/slider';
import { brief } from '../../plot/format';
import { arrivals } from './arrivals';
import { answers } from './asking';
import { chosen, hands, pinned } from './chosen';
import { lossCurves, type Against } from './curves';
import { chips, fieldOf, type FieldOptions } from './field-list';
import { dials, inspector, type InspectorOptions } from './inspector';
import { hasCondition, landscapeLabels, landscapes, type LandscapeName } from './landscapes';
import { presets } from './presets';
import { MOMENTUM, type Entry } from './race';
import { rails } from './rails';
import { isNear } from './reach';
import { MOST } from './rolls';
import { isReporting, REPORTING, still, USUAL, type Reporting, type Seen, type Strip } from './seen';
import { styles as own } from './style-others';
import { tells } from './telling';
import { without } from './tuning';
import { winnerPrediction } from './winner';

export const styles = [own];

function tune(v: Seen, name: string, option: string, value: number): void {
  const entry = v.model.entries.find((e) => e.racer.name === name);
  const key = `${name}.${option}`;
  const others = without(v.settings.tuned, (k) => k === key);
  // The dial that the hand turns is the same dial.
  if (key === MOMENTUM && value <= MOST) v.set({ momentum: value, tuned: others }, still);
  else v.set({ tuned: entry?.rule[option] === value ? others : { ...others, [key]: value } }, still);
}

function untune(v: Seen, name: string): void {
  const tuned = without(v.settings.tuned, (key) => key.startsWith(`${name}.`));
  v.set({ tuned, ...(name === 'momentum' ? { momentum: USUAL } : {}) }, still);
}

function inspecting(v: Seen, entry: Entry): InspectorOptions {
  return {
    id: v.id,
    race: v.model,
    entry,
    step: v.step,
    coordinate: v.settings.dial,
    setCoordinate: (dial) => v.set({ dial }, still),
    all: v.local['allTerms'] === true,
    showAll: () => v.setLocal({ allTerms: true }),
    tune: (name, option, value) => tune(v, name, option, value),
    untune: (name) => untune(v, name),
  };
}

function inspected(v: Seen, what: (o: InspectorOptions) => TemplateResult): TemplateResult {
  const entry = chosen(v);
  return entry ? what(inspecting(v, entry)) : waiting('Nobody is on the field.');
}

const fielding = (v: Seen): FieldOptions => ({
  race: v.model,
  set: (racers, joined) => v.set({ racers, ...(joined === undefined ? {} : { picked: joined }) }, still),
  others: () => v.set({ panel: 'field' }, still),
});

const countingBy = (v: Seen): TemplateResult =>
  segmented<Against>({
    id: `${v.id}-against`,
    label: 'count',
    value: v.settings.against,
    options: [
      { value: 'steps', label: 'steps' },
      { value: 'evaluations', label: 'gradients' },
    ],
    input: (value) => v.set({ against: value }, still),
  });

function racePanel(v: Seen): TemplateResult {
  const entry = chosen(v);
  return html`${chips(fielding(v))}
    <div class="counting">
      <p class="told">
        ${entry ? html`<b>${entry.racer.label}</b> ${lowered(tells(entry.racer.name))}` : 'Nobody is on the field.'}
      </p>
    </div>`;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function prediction(v: Seen): TemplateResult {
  const { guessRound, guessLong, revealed } = v.settings;
  return winnerPrediction({
    id: v.id,
    racers: v.model.racers,
    guesses: [guessRound, guessLong],
    answers: revealed ? () => answers(v.model.engine) : undefined,
    guess: (i, name) => v.set(i === 0 ? { guessRound: name } : { guessLong: name }, still),
    forget: () => v.set({ guessRound: '', guessLong: '', revealed: false }, still),
  });
}

function curvesPanel(v: Seen): TemplateResult {
  const { against, log } = v.settings;
  return html`<div data-spot="losses">
    ${lossCurves({
      id: v.id,
      race: v.model,
      width: v.width,
      step: v.clock.step,
      steps: v.clock.steps,
      pinned: pinned(v),
      against,
      logarithmic: log === 'log',
      ...hands(v),
      go: (step) => v.go(step),
    })}
  </div>`;
}

/** Rates set by hand belong to the ground they were set on. */
function travel(v: Seen, name: LandscapeName): void {
  const [x, y] = v.model.startOn(name);
  const tuned = without(v.settings.tuned, (key) => key.endsWith('.learningRate'));
  v.set({ landscape: name, x, y, tuned });
}

function reachToggle(v: Seen): TemplateResult | typeof nothing {
  if (!hasCondition(v.settings.landscape)) return nothing;
  return toggle({
    label: 'whole map',
    value: !isNear(v.model, v.settings.reach),
    input: (on) => {
      // A start that the near map does not hold goes back to the usual one.
      const [x, y] = v.model.startOn(v.settings.landscape);
      v.set({ reach: on ? 'whole' : 'near', ...(on || isNear(v.model, 'near') ? {} : { x, y }) }, still);
    },
  });
}

function groundPanel(v: Seen): TemplateResult {
  const { landscape: name, condition } = v.settings;
  return html`<div class="ground" data-spot="ground">
    ${segmented({
      id: `${v.id}-landscape`,
      label: 'landscape',
      value: name,
      options: landscapes.map((n) => ({ value: n, label: landscapeLabels[n] })),
      input: (n) => travel(v, n),
    })}
    ${
      hasCondition(name)
        ? slider({
            id: `${v.id}-condition`,
            label: 'condition number',
            value: condition,
            min: 1,
            max: 10_000,
            scale: 'log',
            text: (c) => brief(c, 3),
            input: (c) => v.set({ condition: c }, still),
          })
        : ''
    }
    ${presetButtons(
      presets,
      ({ values }) => {
        v.set(values);
        v.play();
      },
      { after: reachToggle(v) },
    )}
  </div>`;
}

const REPORTS: Readonly<Record<Reporting, { readonly label: string; readonly draw: (v: Seen) => TemplateResult }>> = {
  curves: { label: 'losses', draw: curvesPanel },
  dials: { label: 'dials', draw: (v) => inspected(v, dials) },
  field: { label: 'who races', draw: (v) => fieldOf(fielding(v)) },
  ground: { label: 'landscapes', draw: groundPanel },
};

/** Under "more": a row of names, and beside them what belongs to the one that is open. */
function report(v: Seen, open: Reporting): TemplateResult {
  const aside =
    open === 'curves'
      ? html`${countingBy(v)}
        ${toggle({ label: 'log scale', value: v.settings.log === 'log', input: (on) => v.set({ log: on ? 'log' : 'linear' }, still) })}`
      : '';
  return html`<div class="reports">
      <div class="reports-names" role="group" aria-label="More of the race">
        ${REPORTING.map(
          (name) =>
            html`<button
              type="button"
              class="report-name"
              aria-pressed=${name === open ? 'true' : 'false'}
              @click=${() => v.set({ panel: name }, still)}
            >
              ${REPORTS[name].label}
            </button>`,
        )}
      </div>
      ${aside}
    </div>
    ${REPORTS[open].draw(v)}`;
}

/** The panel of any tab but the first. */
export function panel(v: Seen): TemplateResult {
  const { panel } = v.settings;
  if (isReporting(panel)) return report(v, panel);
  return panel === 'race' ? racePanel(v) : panel === 'step' ? inspected(v, inspector) : prediction(v);
}

/** What such a panel is about, below the map. */
export function strip(v: Seen, which: Strip, top: number, height: number): SVGTemplateResult {
  const { guessRound, guessLong, revealed, against } = v.settings;
  if (which === 'arrivals')
    return arrivals({
      race: v.model,
      against,
      step: v.step,
      top,
      height,
      width: v.width,
      pinned: pinned(v),
      ...hands(v),
      count: (by) => v.set({ against: by }, still),
    });
  return rails({
    top,
    height,
    width: v.width,
    racers: v.model.racers,
    guesses: [guessRound, guessLong],
    answers: revealed ? () => answers(v.model.engine) : undefined,
    guess: (i, name) => v.set(i === 0 ? { guessRound: name } : { guessLong: name }, still),
  });
}

export { swept, verdict } from './swept';
