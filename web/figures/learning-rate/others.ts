/** The losses, and whatever else can be set. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { lossCurve, type LossSeries } from '../../parts/loss-curve';
import { presetButtons } from '../../parts/presets';
import { segmented, slider } from '../../parts/slider';
import { brief } from '../../plot/format';
import { lossesOf } from '../pinned';
import { curveNames, curves } from '../profile';
import { PRESETS } from './presets';
import { rateText } from './race';
import { chosenBall, type Seen } from './seen';

/** As high as the sweep over the axis, whose place it takes. */
const LOSS_HEIGHT = 146;
/** From here on tabs stand beside what they open. */
const BESIDE = 470;
const TABS_WIDTH = 92;

/** On a log scale what tells is the height above the lowest bottom, which need not be zero. */
function lossSeries(v: Seen): LossSeries[] {
  const floor = v.settings.log === 'log' ? v.model.floor : 0;
  const all = v.model.balls.map((ball, rank) => ({ ...lossesOf(rateText(ball.rate), ball.run, floor), rank }));
  const pinned = v.pinned && chosenBall(v.pinned.model, v.settings);
  return pinned ? [...all, { ...lossesOf('pinned', pinned.run, floor), pinned: true }] : all;
}

export function losses(v: Seen): TemplateResult {
  const log = v.settings.log === 'log';
  return lossCurve({
    width: v.width > BESIDE ? v.width - TABS_WIDTH : v.width,
    height: LOSS_HEIGHT,
    series: lossSeries(v),
    steps: v.clock.steps,
    time: v.clock.step,
    logarithmic: log,
    setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
    go: (step) => v.go(step),
    yName: log && v.model.floor !== 0 ? `loss − ${brief(v.model.floor)}` : 'loss',
  });
}

export function more(v: Seen): TemplateResult {
  const { function: name, curvature, axis } = v.settings;
  return html`<div class="rate-more">
    <div class="ground">
      ${segmented({
        id: `${v.id}-function`,
        label: 'curve',
        value: name,
        options: curveNames.map((n) => ({ value: n, label: n === 'parabola' ? 'parabola' : curves[n].label })),
        input: (n) => v.set({ function: n, start: curves[n].start, guess: null, reach: null, frame: 'kept' }),
      })}
      <label class="toggle"
        ><input
          type="checkbox"
          .checked=${axis === 'log'}
          @change=${(e: Event) => v.set({ axis: (e.target as HTMLInputElement).checked ? 'log' : 'linear' }, { keepTime: true })}
        /><span>log rates</span></label
      >
    </div>
    ${
      name === 'parabola'
        ? slider({
            id: `${v.id}-curvature`,
            label: 'curvature',
            value: curvature,
            min: 0.2,
            max: 2000,
            scale: 'log',
            ticks: [
              { value: 2, label: 'w² + 5' },
              { value: 200, label: '100 × steeper' },
            ],
            input: (c) => v.set({ curvature: c, guess: null, frame: 'kept' }, { keepTime: true }),
          })
        : ''
    }
    ${presetButtons(PRESETS, ({ values }) => {
      v.set(values);
      v.play();
    })}
  </div>`;
}
