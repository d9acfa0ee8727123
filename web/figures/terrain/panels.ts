/** What stands below the map, one at a time: four rates, a hundred starts, the loss, the step, the block, the shelf. */
import { html, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { lossCurve } from '../../parts/loss-curve';
import { toggle } from '../../parts/slider';
import { tabs, type Tab } from '../../parts/tabs';
import { lossesBeside } from '../pinned';
import { basinsShown, isOpen, known } from './known';
import { isNarrow, roomFor } from './layout';
import { STEPS } from './limits';
import { near } from './model';
import { owners, ownersInLine } from './names';
import { ratesPanel } from './rates';
import { panelOf, type PanelName, type Seen } from './seen';
import { askAgain, wasAsked } from './wager';

const still = { keepTime: true } as const;

export const chart = new Late(() => import('./histogram'));
export const turnable = new Late(() => import('./block'));
export const contents = new Late(() => import('./contents'));
/** Draws anew what came later. */
export const again = (v: Seen) => (): void => v.setLocal({});

/** Whose ground is whose, in a line; beside a map that leaves room for it, it stands there. */
function whose(v: Seen): TemplateResult | string {
  if (!isOpen(v)) return '';
  const { survey, key } = v.model;
  const found = basinsShown(v) ? known(v) : undefined;
  const beside = roomFor(v.width, survey.x, survey.y).beside !== undefined;
  const progress = found?.key === key ? found.progress : 0;
  return html`<p class="line">
    ${
      found && !beside
        ? ownersInLine(owners(found.ends))
        : html`<span class="quiet">${found || !basinsShown(v) ? 'The same ground at four rates' : ''}</span>`
    }
    ${basinsShown(v) && progress < 1 ? html`<span class="quiet">${found ? 'refining …' : `asking every spot, up to ${STEPS} steps …`}</span>` : ''}
    <span class="away">
      ${wasAsked(v) ? html`<button type="button" class="link" @click=${() => askAgain(v)}>${v.settings.border.length ? 'draw it again' : 'draw it first'}</button>` : ''}
      ${toggle({ label: 'basins', value: v.settings.basins === 'shown', input: (on) => v.set({ basins: on ? 'shown' : 'hidden' }, still) })}
    </span>
  </p>`;
}

function startsPanel(v: Seen): TemplateResult {
  const ends = known(v)?.ends;
  const { starts, seed } = v.settings;
  if (!isOpen(v)) return html`<p class="quiet">First the border; then this tells who ends where.</p>`;
  if (!starts || !ends)
    return html`<p class="quiet">
      Let 100 balls go at random places.
      <button type="button" class="pill" @click=${() => v.set({ starts: true, basins: 'shown' }, still)}>let go</button>
    </p>`;
  const counted = { survey: v.model.hundred(seed), ends, near: near(v.model.survey) };
  const actions = html`<button
      type="button"
      class="link"
      @click=${() => v.set({ seed: (seed % 1_000_000) + 1 }, still)}
    >
      other 100
    </button>
    <button type="button" class="link" @click=${() => v.set({ starts: false }, still)}>take them away</button>`;
  return chart.draw(({ histogram }) => histogram({ width: v.width, ...counted, actions }), again(v));
}

function losses(v: Seen): TemplateResult {
  return lossCurve({
    width: v.width,
    height: isNarrow(v.width) ? 170 : 148,
    ...lossesBeside(v),
    logarithmic: v.settings.log === 'log',
    setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, still),
    go: (step) => v.go(step),
  });
}

/** The block itself stands in the map's place. */
const ofBlock = (v: Seen): TemplateResult =>
  html`<p class="line quiet">
    Drag it sideways, or turn and tilt it with the arrow keys.
    <button type="button" class="link away" @click=${() => v.set({ panel: 'rates' }, still)}>back to the map</button>
  </p>`;

export function panels(v: Seen): TemplateResult {
  const all: readonly Tab<PanelName>[] = [
    { name: 'rates', label: 'rates', content: () => html`${ratesPanel(v)}${whose(v)}` },
    { name: 'starts', label: '100 starts', content: () => startsPanel(v) },
    { name: 'loss', label: 'loss', content: () => losses(v) },
    { name: 'step', label: 'the step', content: () => contents.draw(({ steps }) => steps(v), again(v)) },
    { name: 'surface', label: 'surface', content: () => ofBlock(v) },
    {
      name: 'landscapes',
      label: 'landscapes',
      content: () => contents.draw(({ landscapes }) => landscapes(v), again(v)),
    },
    ...(v.settings.ground === 'typed'
      ? [
          {
            name: 'formula' as const,
            label: 'formula',
            content: () => contents.draw(({ formula }) => formula(v), again(v)),
          },
        ]
      : []),
  ];
  return html`<div data-spot="panel">
    ${tabs({ id: v.id, label: 'Below the map', tabs: all, open: panelOf(v), choose: (panel) => v.set({ panel }, still) })}
  </div>`;
}
