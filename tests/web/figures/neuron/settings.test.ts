/** What may be set, the reader’s own points among it, and what TensorFlow’s Playground has. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/neuron';
import { INPUTS } from '../../../../web/figures/neuron/inputs';
import { lossesOf } from '../../../../web/figures/neuron/sampled';
import { addPoint, ownPoints, removePoint } from '../../../../web/figures/neuron/own';
import { SQUASHES } from '../../../../web/figures/neuron/choices';
import type { Neurons, Seen } from '../../../../web/figures/neuron/seen';
import { pointsIn } from '../../../../web/figures/neuron/table';
import { nonsense, plain, Stage } from '../bare-stage';
import { engine, stage } from './opening';

describe('own points', () => {
  test('begin as a copy of what stands there, and are added and rubbed out one by one', () => {
    const s = stage();
    expect(ownPoints(s.view)).toHaveLength(360);
    addPoint(s.view, 0.123, -0.456, 0);
    expect(s.settings.data).toBe('own');
    expect(s.settings.points.slice(-3)).toEqual([0.12, -0.46, 0]);
    expect(s.model.examples.count).toBe(121);
    removePoint(s.view, 120);
    expect(s.model.examples.count).toBe(120);
  });

  test('two stay, however much is rubbed out', () => {
    const s = stage({ data: 'own', points: [0, 0, 0, 1, 1, 1] }, 0);
    removePoint(s.view, 0);
    expect(s.model.examples.count).toBe(2);
  });

  test('are read from three columns with any two classes, or what is wrong is said', () => {
    const read = (text: string): unknown => {
      const found = pointsIn(engine.readCsv(text, { columns: 3, maxRows: 400 }));
      return 'text' in found ? found.text : found;
    };
    expect(read('x,y,kind\n0,1,5\n2,3,7\n')).toEqual([0, 1, 0, 2, 3, 1]);
    expect(read('0,1,5\n2,3,5\n')).toMatch(/two/);
    expect(read('0,1,5\n')).toMatch(/only one point/);
    expect(read('0,1\n2,3\n')).toMatch(/column/);
    expect(read('0,1e9,1\n2,3,0\n')).toMatch(/million/);
  });

  test('come back from a link', () => {
    const points = [0.5, -0.25, 1, -1, 2, 0];
    expect(stage({ data: 'own', points }, 0).viaLink().values.points).toEqual(points);
  });
});

describe('settings', () => {
  test('of every kind draw, without a number that is none', () => {
    const grown = fc.record({
      data: fc.constantFrom('moons', 'circle', 'xor', 'spiral', 'blobs', 'three', 'own'),
      layers: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
      activation: fc.constantFrom(...SQUASHES),
      last: fc.constantFrom('tanh', 'linear'),
      loss: fc.constantFrom('squared_error', 'cross_entropy'),
      optimizer: fc.constantFrom('gradient_descent', 'momentum', 'nesterov', 'rmsprop', 'adam'),
      rate: fc.constantFrom(0.001, 0.2, 5, 100),
      decay: fc.constantFrom(0, 0.01),
      batch: fc.constantFrom(0, 1, 10),
      unseen: fc.constantFrom(0, 0.5),
      inputs: fc.subarray([...INPUTS], { minLength: 1 }),
      neuron: fc.integer({ min: 1, max: 40 }),
      panel: fc.constantFrom('neuron', 'learning', 'data', 'network', 'dials', 'starts'),
      beat: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(grown, fc.constantFrom(0, 7, 1500), fc.constantFrom(350, 553), (settings, step, width) => {
        const s = new Stage<typeof figure.settings, Neurons>(engine, figure, settings, width);
        s.local = { still: true };
        s.go(step);
        try {
          expect(nonsense(s.drawn())).toEqual([]);
          expect(s.viaLink().problems).toEqual([]);
        } finally {
          s.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('weights that do not fit the network are refused with how many would', () => {
    const base = stage().settings;
    expect(figure.refusals!(engine, { ...base, weights: [1, 2] })['weights']).toMatch(/17 weights and biases, not 2/);
    expect(figure.refusals!(engine, { ...base, weights: [] })).toEqual({});
  });

  test('that cannot be read are refused with what is allowed', () => {
    const { layers, inputs, points } = figure.settings;
    for (const text of ['0', '9', '2.5', '1,2,3,4,5', 'x']) expect(layers.read(text)).toHaveProperty('message');
    expect(layers.read('none')).toEqual([]);
    expect(inputs.read('xy,x')).toEqual(['x', 'xy']);
    expect(inputs.read('z')).toHaveProperty('message');
    expect(points.read('1,2')).toHaveProperty('message');
    expect(points.read('1,2,3')).toHaveProperty('message');
  });

  test('a curve of losses is the engine’s own, seen and unseen', () => {
    const s = stage({ unseen: 0.3 });
    const { at, seen, unseen } = lossesOf(s.model);
    expect(at[0]).toBe(0);
    expect(seen[10]).toBe(s.model.assess(at[10]!, 'seen').loss);
    expect(unseen[10]).toBe(s.model.assess(at[10]!, 'unseen').loss);
  });
});

/** What the chapter says of the Playground, in a fold. */
function noteOnPlayground(): string {
  const text = readFileSync(new URL('../../../../web/article/08-neuron.md', import.meta.url), 'utf8');
  const from = text.indexOf('::: deeper For those who know TensorFlow');
  return text
    .slice(from, text.indexOf('\n:::', from))
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\s+/g, ' ');
}

/**
 * Every control of TensorFlow's Playground: the panel that has it and how it is called there, or where the chapter says
 * why it is not here.
 */
test('has every control of TensorFlow’s Playground, or says why not', () => {
  const s = stage({ unseen: 0.3 });
  const panel = (name: Seen['settings']['panel']): string => {
    s.set({ panel: name }, true);
    return plain(s.drawn());
  };
  const note = noteOnPlayground();
  const parity: readonly (readonly [control: string, where: Seen['settings']['panel'] | 'note', said: RegExp])[] = [
    ['epoch counter', 'note', /counts epochs; here every update counts/],
    ['learning rate', 'learning', /learning rate/],
    ['activation: tanh, sigmoid, ReLU, linear', 'network', /tanh.*sigmoid.*ReLU.*linear/],
    ['regularization L2 and its rate', 'learning', /weight decay/],
    ['regularization L1', 'note', /L1 penalty, which its own descent handles with a rule that no optimizer here has/],
    ['problem type: regression, with its plane and its gaussians', 'note', /regression sets, which have no coast/],
    ['data sets: circle, exclusive or, gauss, spiral', 'data', /circle.*xor.*spiral.*blobs/],
    ['ratio of training to test data', 'data', /never seen/],
    ['noise', 'data', /noise/],
    ['batch size', 'learning', /batch/],
    ['regenerate', 'data', /draw others/],
    ['features x1, x2, squares, product, sines', 'network', /x₁.*x₂.*x₁².*x₂².*x₁x₂.*sin x₁.*sin x₂/],
    ['hidden layers, more and fewer', 'network', /one more layer.*one fewer/],
    ['neurons of each layer', 'network', /−\s*4\s*\+/],
    ['a weight by hand', 'dials', /× x₁/],
    ['a bias by hand', 'dials', /bias/],
    ['loss of training and test data, as numbers and curves', 'learning', /\d unseen.*\d seen/],
    ['show test data', 'note', /test points, since .* the unseen are always drawn/],
    ['discretize output', 'note', /map in two colours .* since the coast .* always drawn/],
  ];
  for (const [control, where, said] of parity) expect(where === 'note' ? note : panel(where), control).toMatch(said);
  // Play, one step and back to the start are the time bar's; a start anew draws weights as its reset does.
  expect(figure.newStart?.(s.settings, () => 0.5, s.model)).toMatchObject({ seed: 500_000, weights: [] });
});
