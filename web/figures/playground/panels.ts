/** What stands below the time bar, one at a time. Whatever leads out of the figure comes when it is first opened. */
import { html, nothing, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { slider } from '../../parts/slider';
import { stepsTable } from '../../parts/steps-table';
import { tabs, type Tab } from '../../parts/tabs';
import { brief, count, significant } from '../../plot/format';
import { stepsOf } from '../numbers';
import { losses } from './losses';
import { NARROW } from './room';
import { allowed, isPreparing, isTask, pickedOf, still, type Seen } from './seen';
import type { Panel } from './settings';
import { openedOf, table } from './table';

export const taking = new Late(() => import('./taking'));
/** What a task is handed in on; it comes while the task is being read. */
export const onPaper = new Late(() => import('./sheet'));
export const preparing = new Late(() => import('./class-panel'));

/** Draws anew what came later. */
const again = (v: Seen) => (): void => v.setLocal({});

/** Below a table of so many rows there is room for the curves, too. */
const ROOM = 3;
const SHORT = 76;
const TALL = 176;

function runsPanel(v: Seen): TemplateResult {
  const fits = v.width >= NARROW && v.model.tracks.length <= ROOM && !openedOf(v);
  return html`${table(v)}${fits && allowed(v, 'losses') !== 'gone' ? losses(v, SHORT) : ''}`;
}

/** How long the runs are, and how much noise is added to each gradient. */
function lossesPanel(v: Seen): TemplateResult {
  const noise = allowed(v, 'noise');
  return html`${losses(v, TALL)}
    <div class="lengths">
      ${
        isTask(v)
          ? nothing
          : slider({
              id: `${v.id}-steps`,
              label: 'steps',
              value: v.settings.steps,
              min: 10,
              max: 1000,
              scale: 'log',
              text: (n) => count(Math.round(n)),
              input: (n) => v.set({ steps: Math.round(n) }, still),
            })
      }
      ${
        noise === 'gone'
          ? nothing
          : noise === 'see'
            ? html`<p class="quiet small">noise on the gradient: ${brief(v.settings.noise, 3)}</p>`
            : slider({
                id: `${v.id}-noise`,
                label: 'noise on the gradient',
                value: v.settings.noise,
                min: 0,
                max: 3,
                text: (n) => (n === 0 ? 'none' : brief(n, 3)),
                input: (n) => v.set({ noise: n }, still),
              })
      }
    </div>`;
}

function numbersPanel(v: Seen): TemplateResult {
  const t = pickedOf(v);
  if (!t.run) return html`<p class="quiet">${t.problem}</p>`;
  if (!v.model.survey)
    return html`<p class="quiet">
      ${t.run.dimension} weights and biases at each of ${t.run.steps + 1} steps; the loss of every run stands in
      “numbers” below.
    </p>`;
  const names = v.model.survey.variables;
  return html`<p class="small quiet">Run ${t.number}, ${t.info.label}. Choose another in the table of runs.</p>
    ${stepsTable({
      table: stepsOf(t.run, names, [{ column: { name: 'rate' }, value: (k) => t.run!.trace.rate[k] ?? '' }]),
      step: Math.min(v.step, t.run.steps),
      text: (value) => significant(value, 5),
      memory: v,
    })}`;
}

const late = (v: Seen, what: 'code' | 'link' | 'embed'): TemplateResult => taking.draw((all) => all[what](v), again(v));

export function panels(v: Seen): TemplateResult {
  const open = allowed(v, 'numbers') !== 'gone';
  // All names in one line, also on a phone.
  const narrow = v.width < NARROW;
  const all: readonly (Tab<Panel> & { readonly when?: boolean })[] = [
    { name: 'runs', label: 'runs', content: () => runsPanel(v) },
    { name: 'losses', label: 'losses', content: () => lossesPanel(v), when: allowed(v, 'losses') !== 'gone' },
    { name: 'numbers', label: 'numbers', content: () => numbersPanel(v), when: open },
    { name: 'code', label: 'code', content: () => late(v, 'code'), when: open },
    { name: 'link', label: 'link', content: () => late(v, 'link') },
    { name: 'embed', label: 'embed', content: () => late(v, 'embed'), when: open && !narrow },
    {
      name: 'class',
      label: narrow ? 'class' : 'for a class',
      content: () => preparing.draw(({ classPanel }) => classPanel(v), again(v)),
      // Whoever was sent a task is not asked to set one.
      when: v.model.survey !== undefined && (isPreparing(v) || !isTask(v) || v.local['teacher'] === true),
    },
  ];
  return html`<div data-spot="panel">
      ${tabs({
        id: v.id,
        label: 'Below the picture',
        tabs: all.filter(({ when }) => when !== false),
        open: v.settings.panel,
        choose: (panel) => {
          // Whoever has prepared a link finds the way back to it.
          if (v.settings.panel === 'class') v.setLocal({ teacher: true });
          v.set({ panel }, still);
        },
      })}
    </div>
    ${isTask(v) ? html`<div class="sheet">${onPaper.draw(({ sheet }) => sheet(v), again(v))}</div>` : ''}`;
}
