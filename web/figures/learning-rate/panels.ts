/** What stands below the time bar, one at a time: the step's arithmetic, the losses, and whatever else can be set. */
import { html, type TemplateResult } from 'lit';
import type { Explanation } from '../../engine/engine';
import { arithmetic, waiting, type Precision } from '../../parts/arithmetic';
import { Late } from '../../parts/late';
import { tabs } from '../../parts/tabs';
import { brief } from '../../plot/format';
import { told } from '../descent';
import type { Ball } from './race';
import { chosenBall, type Panel, type Seen } from './seen';

/** What the other tabs open, a piece. */
export const others = new Late(() => import('./others'));

/** About what each takes, px, kept free until it is there. */
const HEIGHT = { losses: 120, more: 90 } as const;

const later = (v: Seen, name: 'losses' | 'more'): TemplateResult =>
  others.draw(
    (all) => all[name](v),
    () => v.setLocal({}),
    HEIGHT[name],
  );

/** Three decimals, unless the numbers are too large or too small for them. */
function precisionFor({ terms }: Explanation): Precision {
  const sizes = terms.filter((t) => t.role === 'parameter' || t.role === 'gradient').map((t) => Math.abs(t.value));
  const largest = Math.max(...sizes);
  if (largest >= 100 || (largest > 0 && largest < 0.05)) return 'significant';
  return largest >= 10 ? 2 : 3;
}

/** The step that is told of: the last one made, or the one that led out. */
function explanationOf(v: Seen, ball: Ball): Explanation | undefined {
  if (ball.diverged && told(v, ball.steps) > ball.run.steps) return ball.leap?.explanation;
  const step = told(v, ball.run.steps);
  return step < 1 ? undefined : ball.run.explain(step, 0);
}

/** What is left of the distance to the bottom: the same share at every step of a parabola, otherwise this step's. */
function shareOf(v: Seen, ball: Ball): { readonly share: number; readonly every: boolean } | undefined {
  if (v.model.bend) return { share: 1 - ball.rate * v.model.bend.now, every: true };
  const step = told(v, ball.run.steps);
  if (step < 1 || step > ball.run.steps) return undefined;
  const [was, is] = [ball.run.parameter(step - 1, 0), ball.run.parameter(step, 0)];
  const bottom = v.model.ground.nearest(is)?.x ?? 0;
  return was === bottom ? undefined : { share: (is - bottom) / (was - bottom), every: false };
}

/** So near to nothing, or to all of it, that rounding decides. */
const HAIR = 1e-9;

export function keeps({ share, every }: { readonly share: number; readonly every: boolean }): TemplateResult {
  const size = Math.abs(share);
  const verb = every ? 'each step keeps' : 'this step kept';
  const side = share < -HAIR ? ', on the other side' : '';
  if (size < HAIR) return html`${verb} <b>nothing</b> of the distance`;
  if (Math.abs(size - 1) < HAIR) return html`${verb} <b>all</b> of the distance${side}`;
  if (size < 1) return html`${verb} <b>${brief(size)}</b> of the distance${side}`;
  return html`${every ? 'each step makes' : 'this step made'} the distance <b>${brief(size)} ×</b> as long${side}`;
}

function step(v: Seen): TemplateResult {
  const ball = chosenBall(v.model, v.settings);
  const explanation = ball && explanationOf(v, ball);
  const share = ball && shareOf(v, ball);
  const line =
    ball && explanation
      ? arithmetic(explanation, false, precisionFor(explanation))
      : waiting(
          ball?.diverged && v.step > 0
            ? 'Its step leads beyond all numbers.'
            : ball?.manner === 'rests'
              ? 'No slope here, so no step.'
              : 'Take a step, and its arithmetic stands here.',
        );
  return html`<div class="told" data-spot="step">
    ${line}${share && ball.manner !== 'rests' ? html`<p class="keeps">${keeps(share)}</p>` : ''}
  </div>`;
}

export function panels(v: Seen): TemplateResult {
  const { panel } = v.settings;
  if (panel === 'none') return html``;
  const tab = (name: Panel, label: string, content: (v: Seen) => TemplateResult) => ({
    name,
    label,
    content: () => content(v),
  });
  return html`<div class="rate-panels">
    ${tabs<Panel>({
      id: `${v.id}-panels`,
      label: 'Below the time bar',
      tabs: [
        tab('step', 'the step', step),
        tab('losses', 'losses', (seen) => later(seen, 'losses')),
        tab('more', 'more', (seen) => later(seen, 'more')),
      ],
      open: panel,
      choose: (name) => v.set({ panel: name }, { keepTime: true }),
    })}
  </div>`;
}
