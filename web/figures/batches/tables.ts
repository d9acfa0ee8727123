/** The numbers behind the picture: what was asked, every update, the cloud's width, and the race. */
import type { NumberTable } from '../../parts/number-table';
import { known as cell, loss, mapOf, parameter, plain, rowsOf, slope, stepsOf, table } from '../numbers';
import { sizeName } from './clocks';
import { known, placeOf, type Seen } from './seen';
import { DRAWN } from './spread-plot';

function asked(v: Seen): NumberTable {
  const { needles } = placeOf(v);
  const { geyser } = v.model.survey;
  const { batch, epoch, from } = v.model.deckAt(v.step);
  return table(
    `Epoch ${epoch}, the batch from place ${from + 1} of the deck`,
    [
      plain('example'),
      { name: 'eruption', unit: 'min' },
      { name: 'wait', unit: 'min' },
      slope('own slope in weight'),
      slope('own slope in bias'),
    ],
    Array.from(batch, (i) => [
      i + 1,
      cell(geyser.duration[i]),
      cell(geyser.wait[i]),
      cell(needles.gradients[2 * i]),
      cell(needles.gradients[2 * i + 1]),
    ]),
  );
}

function spreads(v: Seen): NumberTable {
  const { theory, at, cloud } = placeOf(v);
  const sizes = known(v) ? DRAWN : [v.settings.batch];
  const drawn = known(v) ? v.model.measured(at, sizes) : [cloud.spread];
  return table(
    'Spread of the cloud here',
    [plain('batch'), plain('formula'), plain('drawn')],
    sizes.map((size, k) => [size, theory.spread(size), cell(drawn[k])]),
  );
}

function race(v: Seen): NumberTable {
  return table(
    'To the finish line',
    [plain('batch'), plain('rate'), plain('updates'), plain('examples')],
    v.model
      .race()
      .map(({ size, rate, arrives }) => [
        sizeName(size),
        rate,
        cell(arrives, 'never'),
        cell(arrives === undefined ? undefined : arrives * size, 'never'),
      ]),
  );
}

export function batchTables(v: Seen): NumberTable[] {
  const { run, survey } = v.model;
  const all = v.model.lossesOf(run);
  const steps = stepsOf(
    run,
    ['weight', 'bias'],
    [{ column: loss('loss over all'), value: (k) => cell(all[k]) }],
    'Every update; slopes and loss are the batch’s',
  );
  const whole = table(
    'Asking everybody',
    [plain('step'), parameter('weight'), parameter('bias')],
    rowsOf(v.model.whole.steps + 1, (k) => [k, v.model.whole.parameter(k, 0), v.model.whole.parameter(k, 1)]),
  );
  return [
    asked(v),
    steps,
    whole,
    spreads(v),
    ...(v.settings.panel === 'clocks' ? [race(v)] : []),
    ...mapOf(survey.relief, ['weight', 'bias']),
  ];
}
