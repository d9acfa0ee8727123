/** Packs the TiddlyWiki plugin: one JSON file to be dragged into a wiki, with the script inside. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Fields by name. */
export type Tiddler = Readonly<Record<string, string>> & { readonly title: string; readonly text: string };

export interface Packing {
  /** By which a wiki knows a newer plugin. */
  readonly version: string;
  /** The figures as one script that holds everything, which the start-up module asks for as a library. */
  readonly script: string;
  /** Tiddlers to pack with it. */
  readonly more: readonly Tiddler[];
}

/** Reads TiddlyWiki's own text format: fields line by line, an empty line, the text. */
export function readTiddler(source: string): Tiddler {
  const cut = source.indexOf('\n\n');
  const fields = source
    .slice(0, cut)
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
    });
  const named: Readonly<Record<string, string>> = Object.fromEntries(fields);
  return { ...named, title: named['title'] ?? '', text: source.slice(cut + 2) };
}

/**
 * The plugin as a list of one tiddler, as TiddlyWiki imports it.
 *
 * @param folder holds `plugin.info` and three tiddlers: a readme, the procedure, and the module that starts the script
 */
export async function packPlugin(folder: string, { version, script, more }: Packing): Promise<string> {
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
  const library: Tiddler = {
    title: '$:/plugins/downhill/downhill.js',
    type: 'application/javascript',
    'module-type': 'library',
    text: script,
  };
  const own = await Promise.all(['readme', 'procedure', 'startup'].map((name) => read(`${name}.tid`)));
  const tiddlers = [...own.map(readTiddler), library, ...more];
  const contents = { tiddlers: Object.fromEntries(tiddlers.map((tiddler) => [tiddler.title, tiddler])) };
  const plugin = JSON.parse(await read('plugin.info')) as Readonly<Record<string, string>>;
  return JSON.stringify([{ ...plugin, version, type: 'application/json', text: JSON.stringify(contents) }]);
}
