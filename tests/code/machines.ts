/** The programs that run programs: Python, and a C++ compiler with Eigen. Many at a time, since each takes long to start. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';

import { python } from '../../web/tools/lib/python.mjs';

const run = promisify(execFile);
const folder = path.resolve('build/test/code');
const options = { maxBuffer: 64 * 1024 * 1024 };

function file(name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

/** Runs each as if it were alone, in one process: what it printed, or the error that it ended in. */
const MANY = `
import contextlib, io, json, sys, traceback
printed = []
for program in json.load(open(sys.argv[1])):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(program, "program", "exec"), {"__name__": "__main__"})
        printed.append(out.getvalue())
    except Exception:
        printed.append(traceback.format_exc())
json.dump(printed, sys.stdout)
`;

/** What each program prints. `name` tells apart those that run at the same time. */
export async function pythonPrints(name: string, programs: readonly string[]): Promise<string[]> {
  const list = file(`${name}.json`, JSON.stringify(programs));
  const { stdout } = await run(python(), [file('many.py', MANY), list], options);
  return JSON.parse(stdout) as string[];
}

/** Runs the cells of each notebook, one after the other in one room, as Jupyter does. */
const NOTEBOOKS = `
import contextlib, io, json, sys, traceback
printed = []
for text in json.load(open(sys.argv[1])):
    out = io.StringIO()
    room = {"__name__": "__main__"}
    try:
        with contextlib.redirect_stdout(out):
            for cell in json.loads(text)["cells"]:
                if cell["cell_type"] == "code":
                    exec(compile("".join(cell["source"]), cell["id"], "exec"), room)
        printed.append(out.getvalue())
    except Exception:
        printed.append(traceback.format_exc())
json.dump(printed, sys.stdout)
`;

/** What the cells of each notebook print. */
export async function notebooksPrint(name: string, notebooks: readonly string[]): Promise<string[]> {
  const list = file(`${name}.json`, JSON.stringify(notebooks));
  const { stdout } = await run(python(), [file('notebooks.py', NOTEBOOKS), list], options);
  return JSON.parse(stdout) as string[];
}

/** What one program in JavaScript prints, as it is given, each by itself. */
export function javascriptPrints(program: string): string {
  const lines: string[] = [];
  const print = (...numbers: readonly unknown[]): void => void lines.push(numbers.map(String).join(' '));
  runInNewContext(program, { console: { log: print } });
  return lines.join('\n');
}

/** What one program prints, as it is given. */
export async function pythonPrintsAlone(name: string, program: string): Promise<string> {
  return (await run(python(), [file(name, program)], options)).stdout;
}

const compiler = (): string => process.env['CXX'] ?? 'g++';
const eigen = (): string[] =>
  [process.env['DOWNHILL_EIGEN'], '/usr/include/eigen3', '/usr/local/include/eigen3', '/opt/homebrew/include/eigen3']
    .filter((at): at is string => at !== undefined && existsSync(path.join(at, 'Eigen/Core')))
    .map((at) => `-I${at}`);

async function built(name: string, text: string): Promise<string> {
  const source = file(`${name}.cpp`, text);
  const program = path.join(folder, name);
  // Not optimised: it is the compiler that takes long here.
  await run(
    compiler(),
    ['-std=c++20', '-O0', '-Wall', '-Wextra', '-Wno-unused-variable', ...eigen(), source, '-o', program],
    options,
  );
  return (await run(program, [], options)).stdout;
}

const MARK = '--------';

/** What each program prints: each in a namespace of its own, compiled as one. */
export async function cppPrints(name: string, programs: readonly string[]): Promise<string[]> {
  const includes = new Set(programs.flatMap((text) => text.match(/^#include .*$/gm) ?? []));
  const spaces = programs.map((text, k) => {
    const body = text.replace(/^#include .*$/gm, '').replace('int main() {', 'void run() {');
    return `namespace run_${k} {\n${body}\n}`;
  });
  const calls = programs.map((_, k) => `  run_${k}::run();\n  std::cout << "${MARK}\\n";`);
  const main = `int main() {\n${calls.join('\n')}\n}\n`;
  return (await built(name, [...includes, ...spaces, main].join('\n'))).split(`${MARK}\n`).slice(0, -1);
}

/** What one program prints, as it is given. */
export const cppPrintsAlone = built;
