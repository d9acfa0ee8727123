/** Every figure with its attributes, straight from the table that also reads them. */
import type { Engine } from '../../engine/engine';
import type { AnyFigure } from '../../figures/figure';
import { renderPoster } from '../../figures/poster';
import { figures } from '../../figures/registry';
import { attributeName } from '../../figures/settings';
import { code, escaped, row, table } from './markup';

/** Attributes that every figure understands: what each accepts, its default, what it is for. */
const common: readonly (readonly [string, string, string, string])[] = [
  ['name', [...figures.keys()].map((n) => `“${n}”`).join(', '), 'none', 'which figure'],
  ['step', 'a whole number from 0 to 1000000', 'the figure’s own', 'where the time line stands at first'],
  [
    'pin',
    'what differs in the other run, such as “rate=0.1;start=3”',
    'none',
    'a run to compare with, in figures that can pin one',
  ],
  ['linked', '“true” or “false”', 'false', 'the figure keeps its state in the page’s address, and follows links to it'],
];

function attributesOf({ settings }: AnyFigure): string {
  const rows = Object.entries(settings).map(([key, setting]) => {
    const initial = setting.write(setting.initial);
    return row([
      code(attributeName(key)),
      escaped(setting.label),
      escaped(setting.accepts),
      initial === '' ? 'empty' : code(initial),
    ]);
  });
  return table(['attribute', 'what it sets', 'accepts', 'default'], rows);
}

function figureSection(engine: Engine, figure: AnyFigure): string {
  const { svg } = renderPoster(engine, figure.name);
  const [first] = Object.keys(figure.settings);
  const setting = first === undefined ? undefined : figure.settings[first];
  const example = first && setting ? ` ${attributeName(first)}="${setting.write(setting.initial)}"` : '';
  return `<section id="figure-${figure.name}">
<h2>${escaped(figure.title)}</h2>
<div class="reference-picture">${svg}</div>
<p>${escaped(figure.caption)}</p>
<pre tabindex="0"><code>${escaped(`<gd-figure name="${figure.name}"${example}></gd-figure>`)}</code></pre>
${attributesOf(figure)}
</section>`;
}

export function figureSections(engine: Engine): string {
  return [...figures.values()].map((figure) => figureSection(engine, figure)).join('\n');
}

export function commonAttributes(): string {
  const rows = common.map(([name, accepts, initial, use]) =>
    row([code(name), escaped(use), escaped(accepts), escaped(initial)]),
  );
  return table(['attribute', 'what it sets', 'accepts', 'default'], rows);
}

export function figureList(): string {
  const items = [...figures.values()].map(
    ({ name, title }) => `<li><a href="#figure-${name}">${code(name)}</a> ${escaped(title)}</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}
