/** LICENSES.txt: the licence of everything that reaches a reader. */
import { access, readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** npm packages whose files are cut down and copied rather than bundled, with what their own licence file leaves out. */
const fontPackages: Readonly<Record<string, string>> = {
  '@fontsource-variable/source-serif-4':
    "© 2014-2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name 'Source'. Cut down here, and named Downhill Serif and Downhill Display.",
  '@fontsource-variable/source-sans-3':
    "© 2023 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. Cut down here, and named Downhill Sans.",
  '@fontsource/stix-two-math': 'Cut down here.',
};

/** Folder of the npm package that a bundled file belongs to, without the path before `node_modules`. */
function packageOf(file: string): string | undefined {
  const [, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file) ?? [];
  return name?.replaceAll(sep, '/');
}

async function licenceText(folder: string): Promise<string> {
  const file = (await readdir(folder)).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  if (!file) throw new Error(`${folder} has no licence file, so it cannot be shipped.`);
  return (await readFile(join(folder, file), 'utf8')).trim();
}

/**
 * The text of LICENSES.txt.
 *
 * @param root the project's folder
 * @param sources every file that went into a bundle
 * @param others notices for what is neither bundled nor part of the engine
 */
export async function licences(
  root: string,
  sources: readonly string[],
  others: readonly string[] = [],
): Promise<string> {
  const bundled = sources.map(packageOf).filter((name) => name !== undefined);
  const names = [...new Set([...bundled, ...Object.keys(fontPackages)])].sort();
  const parts = [`Downhill\n\n${await licenceText(root)}`];
  for (const name of names) {
    const folder = join(root, 'node_modules', name);
    await access(folder);
    const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const notice = fontPackages[name] ? `${fontPackages[name]}\n\n` : '';
    parts.push(`${name} ${version} (${license})\n\n${notice}${await licenceText(folder)}`);
  }
  parts.push((await readFile(join(root, 'web/build/engine-licences.txt'), 'utf8')).trim(), ...others);
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
