/** Real blogs, built by real programs from `sites/` with the kits as their READMEs say. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { findTiddlyWiki } from '../../web/tools/lib/blogs.mjs';
import { which } from '../../web/tools/lib/exec.mjs';
import { inBuild } from '../../web/tools/lib/paths.mjs';
import { dist, layScript } from '../browser/support';
import { inHugo, inJekyll, inTiddlyWiki, type Written } from './wild';

const kits = path.join(dist, 'blogs');
const sources = fileURLToPath(new URL('sites/', import.meta.url));

/** Whether a program is here; says so where it is not, since its tests are skipped then. */
function isHere(name: string, program: string | undefined): boolean {
  if (program === undefined) process.stdout.write(`${name} is not on this system, so no post is built with it.\n`);
  return program !== undefined;
}
export const hasHugo = isHere('Hugo', which('hugo'));
export const hasJekyll = isHere('Jekyll', which('jekyll'));
export const hasTiddlyWiki = isHere('TiddlyWiki', findTiddlyWiki());

/** A fresh folder with one of the blogs in it. Its name has spaces, as folders of people do. */
function copyOf(site: string): string {
  const folder = inBuild('blogs', `a blog of ${site}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(sources, site), folder, { recursive: true });
  return folder;
}

function run(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}:\n${stdout}\n${stderr}`);
}

/** `downhill.js`, its pieces and the pictures, where the kits of Hugo and Jekyll look for them. */
function layDown(files: string): void {
  layScript(path.join(files, 'downhill'));
  cpSync(path.join(kits, 'pictures'), path.join(files, 'downhill/pictures'), { recursive: true });
  cpSync(path.join(sources, 'post.css'), path.join(files, 'post.css'));
}

/** Browsers ask every host for one. */
function layIcon(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'favicon.ico'), '');
}

const withoutReadme = (from: string): boolean => !from.endsWith('README.md');

export interface HugoBlog {
  /** To be served as it is; the blog lies in `notes/`. */
  readonly served: string;
  /** To be opened from disk. */
  readonly onDisk: string;
  readonly wild: readonly Written[];
}

export function buildHugo(): HugoBlog {
  const site = copyOf('hugo');
  cpSync(path.join(kits, 'hugo'), site, { recursive: true, filter: withoutReadme });
  layDown(path.join(site, 'static'));
  const wild = inHugo();
  const lines = wild.map(({ source }) => `{{< downhill name="one-weight" formula=${source} />}}`);
  writeFileSync(path.join(site, 'content/posts/wild.md'), `---\ntitle: Wild\n---\n${lines.join('\n\n')}\n`);
  const [served, onDisk] = [path.join(site, 'served'), path.join(site, 'on disk')];
  run('hugo', ['--destination', path.join(served, 'notes')], site, { HUGO_UGLYURLS: 'true' });
  run('hugo', ['--destination', onDisk, '--baseURL', '/'], site, { HUGO_UGLYURLS: 'true', HUGO_RELATIVEURLS: 'true' });
  layIcon(served);
  return { served, onDisk, wild };
}

export interface Blog {
  readonly served: string;
  readonly wild: readonly Written[];
}

export function buildJekyll(): Blog {
  const site = copyOf('jekyll');
  cpSync(path.join(kits, 'jekyll'), site, { recursive: true, filter: withoutReadme });
  layDown(site);
  const wild = inJekyll();
  const lines = wild.map(
    ({ before = '', source }) => `${before}{% include downhill.html name="one-weight" formula=${source} %}`,
  );
  const head = '---\ntitle: Wild\nlayout: post\n---\n';
  writeFileSync(path.join(site, '_posts/2024-03-04-wild.md'), `${head}${lines.join('\n\n')}\n`);
  const served = path.join(site, '_site');
  run('jekyll', ['build', '--destination', path.join(served, 'notes')], site, { JEKYLL_ENV: 'production' });
  layIcon(served);
  return { served, wild };
}

export interface Wiki {
  readonly folder: string;
  /** The wiki before the plugin is imported. */
  readonly file: string;
  /** The text of the plugin's file. */
  readonly plugin: string;
  readonly wild: readonly Written[];
}

export function buildWiki(): Wiki {
  const folder = copyOf('tiddlywiki');
  const wild = inTiddlyWiki();
  const lines = wild.map(({ source }) => `<<downhill name:"one-weight" formula:${source}>>`);
  writeFileSync(path.join(folder, 'tiddlers/wild.tid'), `title: wild\n\n${lines.join('\n\n')}\n`);
  const output = path.join(folder, 'output');
  const program = findTiddlyWiki() ?? '';
  const save = ['--render', '$:/core/save/all', 'notes.html', 'text/plain'];
  run(process.execPath, [program, folder, '--output', output, ...save], folder);
  layIcon(output);
  const plugin = readFileSync(path.join(kits, 'tiddlywiki/downhill.json'), 'utf8');
  return { folder: output, file: path.join(output, 'notes.html'), plugin, wild };
}

/** What a plain page needs of `dist/`, and pages of the test's own beside it. */
export function layPages(pages: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(inBuild('blogs', 'some pages '));
  layScript(folder);
  for (const part of ['blogs/html', 'blogs/pictures'])
    cpSync(path.join(dist, part), path.join(folder, part), { recursive: true });
  for (const [file, text] of Object.entries(pages)) writeFileSync(path.join(folder, file), text);
  layIcon(folder);
  return folder;
}
