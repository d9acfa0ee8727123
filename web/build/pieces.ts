/**
 * The figures' script in pieces: a small entry, and what arrives when somebody comes near or presses. Twice from the
 * same sources: as classic scripts, which also work from disk, and as modules.
 */
import { basename, join } from 'node:path';
import { build, transformWithEsbuild, type Plugin, type Rollup } from 'vite';
import { bundle, onPages, plugins, small, target } from './scripts';

/** Folder of the pieces, beside the entry. */
const FOLDER = 'pieces';
/** What pieces call, see `../pieces/boot.ts`. */
const LOADER = 'globalThis[Symbol.for("downhill.pieces")]';
const ENTRY = 'web/downhill.ts';
/** The smaller engine: its piece also holds what the whole one shares with it, which else were one more to wait for. */
const ENGINE = /\/web\/engine\/functions\.ts$/;

/** Files by their path in `dist/`. */
type Files = Record<string, string | Uint8Array>;

export interface Pieces {
  readonly files: Files;
  /** The entry as a classic script. */
  readonly entry: string;
  /** Source files that all of it was made from. */
  readonly sources: readonly string[];
}

/** Before names are made, so that each says what its piece holds in the end. */
function finished(minify: boolean): Plugin {
  return {
    name: 'finished',
    enforce: 'post',
    async renderChunk(code, chunk, { format }, { chunks }) {
      const module = format === 'es';
      const { code: plain } = await transformWithEsbuild(atOnce(code, chunk, { format, chunks }), 'piece.js', {
        target,
        sourcemap: false,
        legalComments: 'none',
      });
      const done = minify ? await small(plain, module) : plain;
      return { code: module ? done : done.replace('System.register(', `${LOADER}.register(`), map: null };
    },
  };
}

/**
 * The same script, in which whoever asks for a piece asks at once for those that it imports: otherwise they would be
 * asked for only when it has come.
 */
function atOnce(code: string, { dynamicImports, fileName, imports }: Chunk, { format, chunks }: Around): string {
  const here = new Set([fileName, ...imports]);
  const call = format === 'es' ? 'import' : 'module.import';
  const ask = (file: string): string => `${call}('./${basename(file)}')`;
  return dynamicImports.reduce((done, asked) => {
    const more = (chunks[asked]?.imports ?? []).filter((file) => !here.has(file));
    if (more.length === 0) return done;
    const all = [asked, ...more].map(ask).join();
    return done.replaceAll(ask(asked), () => `Promise.all([${all}]).then(([piece]) => piece)`);
  }, code);
}

type Chunk = Rollup.RenderedChunk;
interface Around {
  readonly format: string;
  readonly chunks: Readonly<Record<string, Chunk>>;
}

/** The figure to whose room a file belongs; undefined for what is nobody's. */
const figureOf = (file: string): string | undefined => /\/web\/figures\/([^/]+)\/[^/]+\.ts$/.exec(file)?.[1];

const isRoom = (file: string): boolean => /\/web\/figures\/[^/]+\/index\.ts$/.test(file);

/** Pieces for what only those figures need who draw so, each by the file that they all come to. */
const drawings: readonly (readonly [name: string, file: RegExp])[] = [
  // Ground in perspective comes on demand, and so does all that it takes.
  ['ground', /\/web\/plot\/surface\.ts$/],
  ['networks', /\/web\/plot\/network-ink\.ts$/],
  ['names', /\/web\/plot\/names\.ts$/],
  ['tracing', /\/web\/plot\/tracing\.ts$/],
  ['losses', /\/web\/parts\/loss-curve\.ts$/],
];

/**
 * Keeps pieces few: whatever two figures need is in one piece, except for what only some kinds of drawings need.
 * Otherwise there would be another for every set of figures that something is shared by, each a request.
 */
function sharing(): Rollup.GetManualChunk {
  let doors: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (id, { getModuleInfo, getModuleIds }) => {
    doors ??= doorsOf([...getModuleIds()], (file) => getModuleInfo(file)!);
    const by = [...(doors.get(id) ?? [])];
    if (by.some((door) => ENGINE.test(door)) && by.every(isEngine)) return 'functions';
    if (by.includes(ENTRY)) return 'downhill';
    if (new Set(by.map(figureOf).filter((figure) => figure !== undefined)).size < 2) return undefined;
    // What no figure opens with comes when it is asked for, and then alone, or with a drawing that does.
    const rooms = by.filter(isRoom);
    for (const [name, file] of drawings) {
      const drawing = new Set([...doors].flatMap(([module, entered]) => (file.test(module) ? [...entered] : [])));
      const opened = [...drawing].some(isRoom);
      if (opened !== rooms.length > 0) continue;
      if ((opened ? rooms : by).every((door) => drawing.has(door))) return name;
    }
    return rooms.length > 0 ? 'shared' : undefined;
  };
}

const isEngine = (door: string): boolean => door.includes('/web/engine/');

/** For each file: through which doors one comes to it, the entry or a piece that is asked for. */
function doorsOf(
  files: readonly string[],
  infoOf: (file: string) => Rollup.ModuleInfo,
): ReadonlyMap<string, ReadonlySet<string>> {
  const doors = new Map<string, Set<string>>();
  const enter = (file: string, door: string): void => {
    const by = doors.get(file) ?? new Set();
    if (by.has(door)) return;
    doors.set(file, by.add(door));
    for (const next of infoOf(file).importedIds) enter(next, door);
  };
  for (const file of files) {
    const info = infoOf(file);
    if (info.isEntry) enter(file, ENTRY);
    else if (info.dynamicImporters.length > 0) enter(file, file);
  }
  return doors;
}

function output(format: 'system' | 'es', extension: string): Rollup.OutputOptions {
  // A room's file is called as all of them are; the room has the name.
  const name = ({ name, moduleIds }: Rollup.PreRenderedChunk): string =>
    (name === 'index' && moduleIds.find(isRoom)?.split('/').at(-2)) || name;
  return {
    format,
    entryFileNames: `${FOLDER}/[name]-[hash].${extension}`,
    chunkFileNames: (chunk) => `${FOLDER}/${name(chunk)}-[hash].${extension}`,
    assetFileNames: `${FOLDER}/[name]-[hash][extname]`,
    manualChunks: sharing(),
  };
}

const isChunk = (part: Rollup.OutputAsset | Rollup.OutputChunk): part is Rollup.OutputChunk => part.type === 'chunk';

/** What the entry offers to pages; pieces get more of it. */
const offered = ['GdFigure', 'loadEngine'].join(', ');

/** The classic entry: the loader, and behind it what it is to start. */
function classic({ fileName, code }: Rollup.OutputChunk, boot: string): string {
  const call = `${LOADER}.register([],`;
  if (!code.startsWith(call)) throw new Error(`The entry must import nothing; it begins: ${code.slice(0, 200)}`);
  const start = code.slice(call.length).replace(/;?\s*$/, '');
  return onPages(
    `${boot}\nvar Downhill=(({${offered}})=>({${offered}}))(${LOADER}.begin(${JSON.stringify(fileName)},${start});\n`,
  );
}

/**
 * Bundles all of it.
 *
 * @param root the project's folder
 * @param minify without spaces and comments
 */
export async function makePieces(root: string, minify: boolean): Promise<Pieces> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [...plugins({ bytes: 'beside', folder: FOLDER }), finished(minify)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      // What finishes the pieces makes them of their final kind.
      target: 'esnext',
      minify: false,
      reportCompressedSize: false,
      lib: { entry: { downhill: join(root, ENTRY) } },
      // Pieces import from the entry, beside what it offers to pages.
      rollupOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: [output('system', 'js'), output('es', 'mjs')],
      },
    },
  });
  const boot = await bundle(root, 'web/pieces/boot.ts', minify);
  const files: Files = {};
  const sources = new Set(boot.sources);
  let entry = '';
  for (const { output: parts } of built as Rollup.RollupOutput[])
    for (const part of parts) {
      if (!isChunk(part)) files[part.fileName] = part.source;
      else {
        for (const source of Object.keys(part.modules)) sources.add(source);
        if (part.isEntry && part.fileName.endsWith('.js')) entry = classic(part, boot.classic);
        else files[part.fileName] = part.code;
        // Under a name that lasts. Pieces import from the other: with a version behind it, this would be another module.
        if (part.isEntry && part.fileName.endsWith('.mjs'))
          files['downhill.mjs'] = `export { ${offered} } from './${part.fileName}';\n`;
      }
    }
  return { files, entry, sources: [...sources] };
}
