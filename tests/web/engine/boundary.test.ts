/** The module against what engine.d.ts promises. */
import { readdirSync, readFileSync } from 'node:fs';

import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';

import type { Answer, Task } from '../../../web/engine/engine.d.ts';
import { engine, module, parabola, withData, withObjective, withRun } from './support.ts';

const types = new URL('../../../web/engine/', import.meta.url);

/** engine.d.ts and the areas it is made of, one text after the other. */
function declarations(): string {
  const areas = readdirSync(new URL('api/', types)).map((name) => `api/${name}`);
  return ['engine.d.ts', ...areas].map((name) => readFileSync(new URL(name, types), 'utf8')).join('\n');
}

afterAll(() => expect(engine.liveHandles()).toBe(0));

describe('engine.d.ts and the module agree in both directions', () => {
  const source = ts.createSourceFile('engine.d.ts', declarations(), ts.ScriptTarget.Latest, true);
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const functions: string[] = [];
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
    if (ts.isFunctionDeclaration(node) && node.name) functions.push(node.name.text);
  });

  /** Members that an interface declares or inherits. */
  function members(name: string): string[] {
    const declaration = interfaces.get(name);
    if (!declaration) throw new Error(`engine.d.ts declares no interface ${name}.`);
    const inherited = (declaration.heritageClauses ?? []).flatMap((clause) =>
      clause.types.flatMap((type) => members(type.expression.getText(source))),
    );
    return [...inherited, ...declaration.members.map((member) => member.name!.getText(source))];
  }

  const matches = (name: string, live: object): void => {
    expect(Object.keys(live).sort(), name).toEqual([...new Set(members(name))].sort());
  };

  test('what is exported', () => {
    // A function with overloads is declared more than once.
    expect(Object.keys(module).sort()).toEqual([...new Set(functions)].sort());
  });

  test('the engine and what it creates', () => {
    matches('Engine', engine);
    withObjective({ name: 'himmelblau' }, (objective) => matches('Objective', objective));
    withRun(parabola, (run) => matches('Run', run));
    withData({ set: 'moons' }, (data) => matches('Data', data));
  });

  test('descriptions', () => {
    for (const info of engine.objectives()) matches('ObjectiveInfo', info);
    for (const info of engine.optimizers()) matches('OptimizerInfo', info);
    for (const info of engine.schedules()) matches('ScheduleInfo', info);
    for (const info of engine.dataSets()) matches('DataSetInfo', info);
    for (const list of [engine.objectives(), engine.optimizers(), engine.schedules(), engine.dataSets()]) {
      for (const { parameters } of list) for (const parameter of parameters) matches('ParameterInfo', parameter);
    }
  });

  function resultOf(task: Task<Answer>): Answer {
    matches('Task', task);
    matches('Portion', task.advance(3));
    const result = task.result();
    task.dispose();
    return result;
  }

  function graphAnswers(): [string, Answer][] {
    const graph = engine.createGraph({ logistic: { inputs: [1, 2], targets: [0, 1] } });
    matches('Graph', graph);
    const steps = Array.from({ length: graph.stepCount + 1 }, (): [string, Answer] => ['GraphStep', graph.step()]);
    const nodes = graph.nodes();
    for (const node of nodes.nodes) matches('GraphNode', node);
    graph.dispose();
    return [...steps, ['GraphNodes', nodes], ['GraphNodes', graph.nodes()]];
  }

  /** Every kind of answer, asked for rightly and wrongly. */
  function answers(): [string, Answer][] {
    const junk = 'junk' as never;
    const right = withObjective({ name: 'himmelblau' }, (objective): [string, Answer][] => [
      ['Evaluation', objective.evaluate([1, 2])],
      ['Evaluation', objective.evaluate(junk)],
      ['Values', objective.values([1, 2, 3, 4])],
      ['Values', objective.values([1])],
      ['Values', objective.grid({ x: [0, 1], y: [0, 1], columns: 2, rows: 2 })],
      ['Values', objective.grid(junk)],
      ['Curvature', objective.curvature([1, 2])],
      ['Curvature', objective.curvature(junk)],
      ['DifferenceQuotients', objective.differenceQuotients([1, 2], 0, [0.1])],
      ['DifferenceQuotients', objective.differenceQuotients([1, 2], 7, [0.1])],
      ['Values', objective.line({ at: [1, 2], direction: [1, 1] })],
      ['Values', objective.line(junk)],
      ['Directions', objective.randomDirections({ at: [1, 2] })],
      ['Directions', objective.randomDirections(junk)],
      ['GradientCloud', objective.gradientCloud({ at: [1, 2] })],
      ['Values', objective.nudge({ at: [1, 2] })],
      ['Values', objective.nudge(junk)],
      ['GradientSpread', objective.gradientSpread({ at: [1, 2], sizes: [1] })],
      ['Batches', objective.batches({})],
      ['PlaneValues', resultOf(objective.createPlane({ at: [1, 2], directions: [1, 0, 0, 1] }))],
      ['PlaneValues', resultOf(objective.createPlane(junk))],
    ]);
    const network = { layers: [1, 2, 1], inputs: [1, 2], targets: [0, 1] };
    const onNetwork = withRun({ objective: { network } }, (learner): [string, Answer][] => [
      ['Row', learner.at(0)],
      ['Row', learner.at(1)],
      ['Values', learner.predict({ step: 0 }, [1])],
      ['Values', learner.predict(junk, [1])],
      ['Inspection', learner.inspect({ step: 0 }, [1], [0])],
      ['Inspection', learner.inspect({ step: 0 }, junk, junk)],
      ['Assessment', learner.assess({ step: 0 })],
      ['Assessment', learner.assess({ step: 0 }, junk)],
      ...withObjective({ name: 'himmelblau' }, (plain): [string, Answer][] => [
        ['Values', plain.predict([1, 2], [1])],
        ['Inspection', plain.inspect([1, 2], [1], [0])],
        ['Assessment', plain.assess([1, 2])],
      ]),
    ]);
    const run = withRun(parabola, (descent): [string, Answer][] => {
      descent.advance(3);
      return [
        ['Trace', descent.trace()],
        ['Explanation', descent.explain(2, 0)],
        ['Explanation', descent.explain(200, 0)],
      ];
    });
    const data = withData({ digits: { count: 2 } }, (digits): [string, Answer][] => [
      ['Values', digits.inputs()],
      ['Values', digits.targets(1)],
      ['Values', digits.labels(0, 3)],
      ['Pictures', digits.pictures(1, 1)],
      ['Pictures', digits.pictures(2, 1)],
      ['DataProgress', digits.advance(1)],
    ]);
    return [
      ...right,
      ...onNetwork,
      ...run,
      ...data,
      ['Pictures', withData({ set: 'moons' }, (moons) => moons.pictures())],
      ['DataProgress', withData(junk, (refused) => refused.advance(1))],
      ['Trace', withRun(junk, (refused) => refused.trace())],
      ['Sweep', engine.sweepRates({ objective: { name: 'parabola' }, rates: [0.1, 2] })],
      ['Sweep', engine.sweepRates(junk)],
      ['BasinMap', resultOf(engine.createBasins({ objective: { name: 'himmelblau' } }))],
      ['BasinMap', resultOf(engine.createBasins(junk))],
      ['StartsSurvey', resultOf(engine.createStarts({ objective: { name: 'himmelblau' } }))],
      ['StartsSurvey', resultOf(engine.createStarts(junk))],
      ['PrincipalDirections', engine.principalDirections({ points: [1, 2, 3, 5], dimension: 2 })],
      ['PrincipalDirections', engine.principalDirections(junk)],
      ['LeastSquares', engine.leastSquares([1, 2, 3], [2, 4, 7])],
      ['LeastSquares', engine.leastSquares(junk, junk)],
      ['Table', engine.readCsv('1,2')],
      ['Table', engine.readCsv('1,x')],
      ...graphAnswers(),
      ['CircuitState', engine.circuit({ inputs: [1], dials: [2], functions: 'tanh', wires: [0, 0, 0], biases: [-1] })],
      ['CircuitState', engine.circuit(junk)],
      ['Bigram', engine.bigram('abbab')],
      ['Bigram', engine.bigram(junk, junk)],
      ['SampledText', engine.sampleText({ symbols: 'a', parameters: [0] })],
      ['SampledText', engine.sampleText(junk)],
      ['Values', engine.softmax([1, 2])],
      ['Values', engine.softmax(junk)],
    ];
  }

  test('answers, whether they succeed or not', () => {
    for (const [name, answer] of answers()) {
      matches(name, answer);
      if (answer.error) matches('EngineError', answer.error);
    }
    for (const term of withRun(parabola, (run) => (run.advance(1), run.explain(1, 0))).terms) matches('Term', term);
    withRun(parabola, (run) => matches('Progress', run.progress()));
    withObjective({ logistic: { inputs: [1, 2], targets: [0, 1] } }, (objective) => {
      matches('NetworkInfo', objective.network!);
      matches('LayerView', objective.inspect([0, 0], [1], [1]).layers[0]!);
    });
  });

  test('an answer with an error holds empty arrays', () => {
    for (const [, answer] of answers().filter(([, { error }]) => error)) {
      for (const value of Object.values(answer)) if (ArrayBuffer.isView(value)) expect(value.byteLength).toBe(0);
    }
  });

  test('every stop reason, behaviour and role that occurs is declared', () => {
    const declared = declarations();
    const sweep = engine.sweepRates({ objective: { name: 'parabola' }, rates: [0.01, 0.3, 0.7, 1, 5], stepLimit: 50 });
    for (const word of [...sweep.reasons, ...sweep.behaviours]) expect(declared).toContain(`'${word}'`);
    expect(new Set(sweep.behaviours)).toEqual(new Set(['monotone', 'swinging', 'divergent']));
  });
});
