/** The programs as text: only what a run needs, nothing that a stranger typed, and the same for every figure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { RunOptions } from '../../../web/engine/engine';
import type { AnyFigure } from '../../../web/figures/figure';
import { figures } from '../../../web/figures/registry';
import { isWritable, jupyter, languages, writes } from '../../../web/take/code';
import { sample } from '../../code/cases';
import { engine } from '../engine/support';
import { nonsense, Stage } from '../figures/stage';

const write = (name: string, run: RunOptions, title = 'A run', page = 'Downhill'): string =>
  languages.find((l) => l.name === name)!.write(run, { engine, name: title, page });

const descent: RunOptions = {
  objective: { name: 'parabola' },
  optimizer: { name: 'gradient_descent', learningRate: 0.1 },
  start: [3],
};
const cases = sample(
  engine.optimizers().map(({ name }) => name),
  engine.objectives().map(({ name }) => name),
);

test('languages have names of their own, and files', () => {
  expect(languages.map(({ name }) => name)).toEqual([...['pseudocode', 'cpp', 'numpy', 'pytorch', 'javascript']]);
  expect(new Set(languages.map(({ file }) => file)).size).toBe(languages.length);
});

describe.each(languages.map(({ name }) => name))('in %s', (name) => {
  test('every run of the sample is written without nonsense', () => {
    const language = languages.find((l) => l.name === name)!;
    const odd = cases.filter(({ run }) => writes(language, run) && nonsense(write(name, run)).length > 0);
    expect(odd.map(({ title }) => title)).toEqual([]);
  });

  test('a program begins with its name and its page', () => {
    const lines = write(name, descent, 'rate 0.1', 'One weight').split('\n');
    expect(lines[0]).toMatch(/^(# |\/\/ )?rate 0\.1$/);
    expect(lines[1]).toMatch(/^(# |\/\/ )?One weight$/);
  });

  test('name and page stay in their lines, whatever they hold', () => {
    const breaks = fc.constantFrom(
      '\n',
      '\r',
      '\u2028',
      '\u2029',
      '\u0085',
      '\v',
      '\f',
      '\\',
      '\0',
      '*/',
      '"""',
      'x',
      ' ',
    );
    const anything = fc.array(breaks).map((parts) => `${parts.join('')}import os\\`);
    fc.assert(
      fc.property(anything, anything, (title, page) => {
        const lines = write(name, descent, title, page).split(/[\n\r\v\f\u0085\u2028\u2029]/);
        expect(lines.length).toBe(write(name, descent).split('\n').length);
        expect(lines.slice(0, 2).join()).not.toContain('\\');
      }),
      { numRuns: 60 },
    );
  });

  test('what was typed appears only as it was understood', () => {
    const formula = '  x**2 +   2 x·y² − arctan( y ) + 007';
    const text = write(name, { objective: { formula } });
    expect(text).not.toContain(formula.trim());
    expect(text).not.toMatch(/arctan\( |007|²? −  /);
  });

  test('a number is written to its last bit', () => {
    const rate = 0.1 + 0.2;
    expect(write(name, { ...descent, optimizer: { name: 'gradient_descent', learningRate: rate } })).toContain(
      String(rate),
    );
  });

  test('the same run gives the same program', () => expect(write(name, descent)).toBe(write(name, descent)));
});

describe('a program holds only what its run needs', () => {
  test.each(['cpp', 'numpy', 'pytorch'])('in %s', (name) => {
    const plain = write(name, descent);
    expect(plain).not.toMatch(/schedule|wolfe|backtrack|hessian|beta|inputs|\bmath|vector>/i);
    expect(plain.split('\n').length).toBeLessThan(45);
    expect(plain.split('\n').every((line) => line.length <= 120)).toBe(true);
    const scheduled = write(name, { ...descent, schedule: { name: 'cosine' } });
    expect(scheduled).toMatch(/schedule/);
    expect(write(name, { ...descent, optimizer: { name: 'newton' } })).toMatch(/hessian/);
    expect(write(name, { ...descent, schedule: { name: 'backtracking' } })).toMatch(/backtrack/);
  });

  test('PyTorch makes its own updates where it has the rule in every version', () => {
    const uses = (name: string, more = {}): boolean =>
      write('pytorch', { ...descent, optimizer: { name, ...more } }).includes('torch.optim.');
    const own = engine.optimizers().filter(({ name }) => !uses(name));
    expect(own.map(({ name }) => name).sort()).toEqual(['conjugate_gradient', 'lion', 'nadam', 'newton']);
    expect(uses('adam', { biasCorrection: false })).toBe(false);
  });
});

describe('the last loss', () => {
  test('stands as a comment at the end, where somebody has made the run', () => {
    for (const language of languages) {
      const context = { engine, name: 'A run', page: 'Downhill' };
      const bare = language.write(descent, context);
      const compared = language.write(descent, { ...context, last: 5.000000000000123 });
      expect(compared.startsWith(bare)).toBe(true);
      expect(compared.slice(bare.length)).toMatch(/^(# |\/\/ )?last loss, to compare: 5\n$/);
    }
  });
});

describe('a notebook', () => {
  interface Cell {
    readonly cell_type: string;
    readonly id: string;
    readonly source: readonly string[];
    readonly outputs?: readonly unknown[];
    readonly execution_count?: null;
    readonly metadata: object;
  }
  interface Notebook {
    readonly nbformat: number;
    readonly nbformat_minor: number;
    readonly metadata: { readonly kernelspec: { readonly name: string; readonly display_name: string } };
    readonly cells: readonly Cell[];
  }
  const read = (run: RunOptions, title = 'A run'): Notebook =>
    JSON.parse(jupyter.write(run, { engine, name: title, page: 'Downhill', last: 5 })) as Notebook;

  test('has all that the format 4.5 asks for, whatever the run', () => {
    for (const { run } of cases) {
      const { nbformat, nbformat_minor, metadata, cells } = read(run);
      expect([nbformat, nbformat_minor]).toEqual([4, 5]);
      expect(metadata.kernelspec).toMatchObject({ name: 'python3', display_name: 'Python 3' });
      expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
      for (const cell of cells) {
        expect(cell.id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
        expect(cell.metadata).toEqual({});
        if (cell.cell_type === 'code') expect([cell.outputs, cell.execution_count]).toEqual([[], null]);
        else expect(cell).not.toHaveProperty('outputs');
        // Every line but the last has its end.
        expect(cell.source.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true);
        expect(cell.source.at(-1)).not.toMatch(/\n$/);
      }
    }
  });

  test('holds the lines of the program in NumPy, and its title as text', () => {
    const { cells } = read(descent, 'rate *0.1* <b>');
    expect(cells[0]?.source.join('')).toBe('rate \\*0.1\\* \\<b\\>\n\nDownhill');
    const code = cells.slice(1).flatMap(({ source }) => source.map((line) => line.trimEnd()));
    const program = write('numpy', descent)
      .split('\n')
      .filter((line) => line !== '' && !/^# (A run|Downhill)/.test(line));
    expect(code.filter((line) => line !== '')).toEqual([...program, '# last loss, to compare: 5']);
  });
});

describe('pseudocode', () => {
  test('is the rule in mathematical signs', () => {
    const text = write('pseudocode', { ...descent, optimizer: { name: 'adam', learningRate: 0.1 }, stepLimit: 20 });
    expect(text.split('\n').slice(2)).toEqual([
      '',
      'f(w) = x² + 5, where w = x',
      '∇f(w) = 2 · x',
      '',
      'w ← 3, rate ← 0.1',
      'β₁ ← 0.9, β₂ ← 0.999, ε ← 10⁻⁸, m ← 0, v ← 0',
      'print 0, f(w), w',
      'for t = 1, 2, …, 20',
      '    g ← ∇f(w)',
      '    stop if ‖g‖ ≤ 10⁻⁸',
      '    m ← β₁ · m + (1 − β₁) · g',
      '    v ← β₂ · v + (1 − β₂) · g²',
      '    m̂ ← m / (1 − β₁^t)',
      '    v̂ ← v / (1 − β₂^t)',
      '    w ← w − rate · m̂ / (√(v̂) + ε)',
      '    stop if w is where it was, or if |f(w)| or a part of w is beyond 10¹²',
      '    print t, f(w), w',
      '',
    ]);
  });

  test('has no sign of a programming language', () => {
    for (const { run, title } of cases)
      expect(write('pseudocode', run), title).not.toMatch(/\*|\*\*|;|==|_| - |e-\d|!/);
  });
});

describe('figures', () => {
  /** A figure as it stands at first, and after each of its presets. */
  function runsOf(figure: AnyFigure) {
    return [{}, ...(figure.presets ?? []).map(({ values }) => values)].flatMap((settings) => {
      const stage = new Stage(engine, figure, settings);
      const runs = figure.runs?.(stage.view) ?? [];
      stage.close();
      return runs;
    });
  }

  const descending = [...figures.values()].filter((figure) => 'runs' in figure);
  test('that descend name their runs', () => {
    expect(descending.map(({ name }) => name)).toEqual([
      'batches',
      'gradient',
      'learning-rate',
      'model',
      'neuron',
      'one-weight',
      'optimizers',
      'playground',
      'schedules',
      'start',
      'terrain',
    ]);
  });

  test.each(descending.map((figure) => [figure.name, figure] as const))(
    '%s has runs that the engine accepts and every language writes',
    (_, figure) => {
      const runs = runsOf(figure);
      expect(runs.length).toBeGreaterThan(0);
      for (const { name, options } of runs) {
        const run = engine.createRun(options);
        expect(run.error).toBeNull();
        run.dispose();
        expect(isWritable(options), name).toBe(true);
        for (const language of [...languages, jupyter])
          if (writes(language, options))
            expect(nonsense(language.write(options, { engine, name, page: figure.title }))).toEqual([]);
      }
    },
  );

  test('tell their runs apart by name', () => {
    for (const figure of descending) {
      const stage = new Stage(engine, figure);
      const names = figure.runs!(stage.view).map(({ name }) => name);
      stage.close();
      expect(new Set(names).size, figure.name).toBe(names.length);
    }
  });
});

test.each<[string, RunOptions]>([
  ['a network', { objective: { network: { layers: [{ units: 1 }] } } as never }],
  ['a function that there is not', { objective: { name: 'nothing' } }],
  ['a name that every object has', { objective: { name: 'constructor' } }],
  ['a network whose start is drawn', { objective: { network: { layers: [1, 1], inputs: [1], targets: [1] } } }],
  [
    'a network whose examples are elsewhere',
    { objective: { network: { layers: [1, 1], data: {} as never } }, start: [1, 1] },
  ],
  [
    'a network of very many weights',
    { objective: { network: { layers: [1, 100, 1], inputs: [1], targets: [1] } }, start: Array<number>(301).fill(1) },
  ],
  [
    'a line search that asks about batches',
    {
      objective: { regression: { inputs: [1, 2], targets: [1, 2] } },
      optimizer: { name: 'lbfgs' },
      batch: { size: 1 },
    },
  ],
  [
    'backtracking that asks about batches',
    {
      objective: { regression: { inputs: [1, 2], targets: [1, 2] } },
      schedule: { name: 'backtracking' },
      batch: { size: 1 },
    },
  ],
  [
    'second derivatives of a network',
    {
      objective: { network: { layers: [1, 1], inputs: [1], targets: [1] } },
      start: [1, 1],
      optimizer: { name: 'newton' },
    },
  ],
  ['single precision', { ...descent, precision: 'single' }],
])('there is no program for %s', (_, run) => expect(isWritable(run)).toBe(false));
