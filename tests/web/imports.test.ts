/** How the files below `web/` hang together, types included. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

import { filesBelow, root } from '../../web/tools/lib/paths.mjs';

type Imports = ReadonlyMap<string, readonly string[]>;

const web = path.join(root, 'web');
const files = new Set<string>(filesBelow(web).filter((file: string) => /\.(ts|mts|mjs)$/.test(file)));

/** The file that an import means; undefined for packages, and for what is made by the build. */
function meant(from: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const file = path.join(path.dirname(from), name);
  return [file, `${file}.ts`, `${file}.d.ts`, path.join(file, 'index.ts')].find((candidate) => files.has(candidate));
}

const imports: Imports = new Map(
  [...files].map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(path.join(web, file), 'utf8'), true, true);
    return [file, importedFiles.map(({ fileName }) => meant(file, fileName)).filter((to) => to !== undefined)];
  }),
);

/** Ways along imports that end where they began, one for each file that ends one. */
function circles(graph: Imports): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    const begun = way.indexOf(file);
    if (begun >= 0) found.push([...way.slice(begun), file].join(' -> '));
    if (begun >= 0 || done.has(file)) return;
    for (const to of graph.get(file) ?? []) follow(to, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) follow(file, []);
  return found;
}

describe('imports', () => {
  test('a circle is found, wherever one comes from', () => {
    const graph = { a: ['b'], b: ['c', 'd'], c: [], d: ['e'], e: ['b'], f: ['f'] };
    expect(circles(new Map(Object.entries(graph)))).toEqual(['b -> d -> e -> b', 'f -> f']);
  });

  test('never lead back to where they began, not even for a type', () => {
    expect(imports.get(path.join('figures', 'model', 'index.ts'))).toContain(path.join('figures', 'model', 'seen.ts'));
    expect(circles(imports)).toEqual([]);
  });

  test('of drawing never reach for parts, and of parts never for figures', () => {
    const reach = (from: string, to: string): string[] =>
      [...imports].flatMap(([file, all]) =>
        file.startsWith(from + path.sep)
          ? all.filter((other) => other.startsWith(to + path.sep)).map((other) => `${file} -> ${other}`)
          : [],
      );
    expect(reach('plot', 'parts')).toEqual([]);
    for (const below of ['plot', 'parts', 'engine']) expect(reach(below, 'figures')).toEqual([]);
    for (const beside of ['figures', 'parts', 'plot']) expect(reach('engine', beside)).toEqual([]);
  });
});
