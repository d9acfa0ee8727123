/** The computation graph as callers see it: the network's numbers, one node at a time. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { Graph, GraphOptions, GraphStep } from '../../../web/engine/engine.d.ts';
import { engine, withObjective } from './support';

afterAll(() => expect(engine.liveHandles()).toBe(0));

function withGraph<T>(options: GraphOptions, use: (graph: Graph) => T): T {
  const graph = engine.createGraph(options);
  try {
    return use(graph);
  } finally {
    graph.dispose();
  }
}

function sweep(graph: Graph): GraphStep[] {
  expect(graph.error).toBeNull();
  const steps = Array.from({ length: graph.stepCount }, () => graph.step());
  for (const { error } of steps) expect(error).toBeNull();
  return steps;
}

/** The gradients of all weights and biases, as they lie in the parameters. */
const flatGradient = (graph: Graph): number[] =>
  graph
    .nodes()
    .nodes.filter(({ kind }) => kind === 'weights' || kind === 'bias')
    .flatMap(({ gradient }) => [...gradient]);

const node = (graph: Graph, wanted: string) => graph.nodes().nodes.find(({ name }) => name === wanted)!;

const wave = (count: number, shift = 0): number[] => Array.from({ length: count }, (_, i) => Math.sin(7 * i + shift));

const networks: GraphOptions[] = [
  { network: { layers: [3, 5, 2], inputs: wave(12), targets: wave(8), seed: 3 } },
  {
    network: {
      layers: [2, 4, 3, 1],
      activation: 'tanh',
      outputActivation: 'linear',
      loss: 'squared_error',
      inputs: wave(10),
      targets: wave(5),
    },
  },
  { network: { layers: [2, 6, 3], activation: 'gelu', loss: 'cross_entropy', inputs: wave(6), targets: [2, 0, 1] } },
  {
    network: {
      layers: [4, 3, 2],
      activation: 'leaky_relu',
      loss: 'binary_cross_entropy',
      inputs: wave(8),
      targets: [0, 1, 1, 0.5],
    },
  },
  { logistic: { features: 2, inputs: wave(8), targets: [0, 1, 1, 0] } },
  { softmax: { features: 2, classes: 3, inputs: wave(8), targets: [0, 1, 2, 0] } },
];

describe.each(networks.map((options, i) => [`network ${i}`, options] as const))('%s as a graph', (_, options) => {
  test('has the loss and the gradient of the network, to the last bit', () => {
    withObjective(options, (objective) => {
      expect(objective.error).toBeNull();
      const at = wave(objective.dimension, 2);
      const { value, gradient } = objective.evaluate(at);
      withGraph({ ...options, at }, (graph) => {
        sweep(graph);
        expect([...node(graph, 'loss').value]).toEqual([value]);
        expect(flatGradient(graph)).toEqual([...gradient]);
      });
    });
  });

  test('has, for one example, every number of its inspection', () => {
    withObjective(options, (objective) => {
      const at = wave(objective.dimension, 1);
      withGraph({ ...options, at, example: 1 }, (graph) => {
        sweep(graph);
        const seen = objective.inspect(at, node(graph, 'x').value, node(graph, 'y').value);
        expect(seen.error).toBeNull();
        expect(flatGradient(graph)).toEqual([...seen.gradient]);
        seen.layers.forEach(({ sums, activations, deltas }, l) => {
          expect(node(graph, `z${l + 1}`).value).toEqual(sums);
          expect(node(graph, `z${l + 1}`).gradient).toEqual(deltas);
          expect(node(graph, `a${l + 1}`)?.value ?? activations).toEqual(activations);
        });
        expect([...node(graph, 'loss').value]).toEqual([seen.loss]);
      });
    });
  });

  test('computes a node after all that it listens to, and shows nothing before its turn', () => {
    withGraph(options, (graph) => {
      for (let made = 0; made < graph.stepCount; made++) {
        const { nodes } = graph.nodes();
        expect(graph.done).toBe(made);
        nodes.forEach(({ value, from, rows, columns }, i) => {
          expect(value.length).toBe(i < made ? rows * columns : 0);
          for (const other of from) expect(other).toBeLessThan(i);
        });
        const step = graph.step();
        expect(step.forward).toBe(made < nodes.length);
        expect(step.name).toBe(nodes[step.node]!.name);
        expect(step.rule).not.toBe('');
        for (const { to, values } of step.sends) {
          expect(nodes[step.node]!.from).toContain(to);
          expect(values.length).toBe(nodes[to]!.rows * nodes[to]!.columns);
        }
      }
      expect(graph.step().error).toMatchObject({ field: 'step' });
    });
  });
});

test('backwards takes about twice the multiplications of forwards', () => {
  withGraph({ network: { layers: [20, 30, 10], inputs: wave(20), targets: wave(10) } }, (graph) => {
    const steps = sweep(graph);
    const total = (forward: boolean): number =>
      steps.filter((step) => step.forward === forward).reduce((sum, { multiplications }) => sum + multiplications, 0);
    expect(total(true)).toBe(20 * 30 + 30 + 30 * 10 + 10 + 10);
    expect(total(false) / total(true)).toBeCloseTo(2, 1);
  });
});

test('can be swept again, with the same numbers', () => {
  withGraph(networks[0]!, (graph) => {
    const first = sweep(graph);
    graph.reset();
    expect(graph.done).toBe(0);
    expect(graph.nodes().nodes.every(({ value, gradient }) => value.length + gradient.length === 0)).toBe(true);
    expect(sweep(graph)).toEqual(first);
  });
});

test('looks at one example of data that is held', () => {
  const data = engine.createData({ set: 'moons', count: 50, seed: 2 });
  withGraph({ network: { layers: [2, 3, 1], loss: 'binary_cross_entropy', data }, example: 30 }, (graph) => {
    sweep(graph);
    expect(node(graph, 'x').value).toEqual(data.inputs(30, 1).values);
    expect(node(graph, 'y').value).toEqual(data.labels(30, 1).values);
  });
  data.dispose();
});

describe('refusals', () => {
  const network = { layers: [1, 2, 1], inputs: [1, 2], targets: [1, 2] };
  const cases: [string, unknown][] = [
    ['network', {}],
    ['options', null],
    ['network.layers', { network: { ...network, layers: [1] } }],
    ['example', { network, example: 2 }],
    ['example', { network, example: -1 }],
    ['at', { network, at: [1, 2] }],
    ['exampel', { network, exampel: 1 }],
    ['example', { network: { layers: [1, 1], inputs: new Float64Array(400_000), targets: new Float64Array(400_000) } }],
  ];
  test.each(cases)('%s', (field, options) => {
    withGraph(options as GraphOptions, (graph) => {
      expect(graph.error).toMatchObject({ field });
      expect(graph.stepCount).toBe(0);
      expect(graph.done).toBe(0);
      expect(graph.step().error).toEqual(graph.error);
      expect(graph.nodes().nodes).toEqual([]);
    });
  });

  test('numbers that stop being finite', () => {
    withGraph({ network: { ...network, activation: 'linear' }, at: Array<number>(7).fill(1e300) }, (graph) => {
      const errors = Array.from({ length: graph.stepCount }, () => graph.step().error?.field);
      expect(errors).toContain('at');
    });
  });

  test('a graph that was disposed of', () => {
    const graph = engine.createGraph(networks[0]!);
    graph.dispose();
    expect(graph.step().error).toMatchObject({ field: 'handle' });
    graph.reset();
    expect(graph.done).toBe(0);
  });

  test('whatever is passed, nothing throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (options, at) => {
        withGraph(options as GraphOptions, (graph) => graph.step());
        withGraph({ ...networks[0], at, example: at } as GraphOptions, (graph) => graph.step());
      }),
    );
  });
});
