/**
 * The blog kits in `dist/blogs`: what a blog's program needs beside `downhill.js`, and for every figure a picture
 * with its words, which stand where scripts are dropped: in feeds, in mail, on paper.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shown } from './frames';
import { standalonePicture, type Picture } from './picture';
import { packPlugin, type Tiddler } from './tiddlywiki';

export interface KitOptions {
  /** The project's folder. */
  readonly root: string;
  readonly shown: readonly Shown[];
  /** The figures as one script that holds everything. */
  readonly script: string;
}

/** What stands beside a picture, under the figure's name in each kit's data file. */
interface Words {
  readonly title: string;
  /** For the reader of a feed, who cannot do what the live figure's own caption suggests. */
  readonly caption: string;
  /** What is to be seen. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

type Stills = ReadonlyMap<string, { readonly picture: Picture; readonly words: Words }>;

function drawStills(shown: readonly Shown[]): Stills {
  const entries = shown.map((figure) => {
    const { name, title, description } = figure;
    const picture = standalonePicture(figure);
    const caption = `${title}. A still picture; where scripts run, you can play with it.`;
    const { width, height } = picture;
    return [name, { picture, words: { title, caption, description, width, height } }] as const;
  });
  return new Map(entries);
}

function picturesAsTiddlers(stills: Stills): Tiddler[] {
  return [...stills].map(([name, { picture, words }]) => ({
    title: `$:/plugins/downhill/pictures/${name}`,
    type: 'image/svg+xml',
    caption: words.caption,
    description: words.description,
    text: picture.svg,
  }));
}

/** Writes every kit. */
export async function writeBlogKits({ root, shown, script }: KitOptions): Promise<void> {
  const source = join(root, 'web/blogs');
  const kits = join(root, 'dist/blogs');
  const stills = drawStills(shown);
  const words = JSON.stringify(Object.fromEntries([...stills].map(([name, still]) => [name, still.words])), null, 2);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const plugin = await packPlugin(join(source, 'tiddlywiki'), { version, script, more: picturesAsTiddlers(stills) });
  const generated: Record<string, string> = {
    'hugo/data/downhill.json': words,
    'jekyll/_data/downhill.json': words,
    'tiddlywiki/downhill.json': plugin,
    'tiddlywiki/README.md': await readFile(join(source, 'tiddlywiki/README.md'), 'utf8'),
    ...Object.fromEntries([...stills].map(([name, { picture }]) => [`pictures/${name}.svg`, picture.svg])),
  };
  for (const file of ['README.md', 'hugo', 'jekyll', 'html'])
    await cp(join(source, file), join(kits, file), { recursive: true });
  for (const [file, content] of Object.entries(generated)) {
    await mkdir(join(kits, file, '..'), { recursive: true });
    await writeFile(join(kits, file), content);
  }
}
