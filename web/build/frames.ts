/**
 * Pages that hold one figure: `figure.html` for frames, with everything inside, and `figures/` with a page
 * per figure that can be linked to, and its oEmbed answer.
 */
import type { Engine } from '../engine/engine';
import { renderPoster, type Poster } from '../figures/poster';
import { figures } from '../figures/registry';
import { surface, type Theme } from '../style/tokens';
import { escapeAttribute as escaped } from './article/escape';
import { addressOf } from './addresses';
import { CARD } from './cards/layout';
import { socialCard } from './cards/social';
import { drawingOf } from './picture';

/** A figure as these pages show it. */
export interface Shown extends Poster {
  readonly name: string;
  /** Chapter of the tutorial that it stands in; undefined for one that only blogs use. */
  readonly chapter: { readonly name: string; readonly title: string } | undefined;
  /** File of its card below `dist/`, with a version. */
  readonly card: string;
}

/** A chapter as far as a link to it needs it. */
interface Place {
  readonly chapter: { readonly name: string; readonly title: string };
  readonly html: string;
}

/** How a page gets at its style, scripts and icon: each finished HTML. */
export interface FrameAssets {
  readonly icon: string;
  /** Goes into the head: style, then the frame's own script. */
  readonly head: string;
  /** Goes to the end of the body: the script of the figures. */
  readonly end: string;
}

/** Width in pixels that an embedder is told. */
const WIDTH = 650;
/** Height of what stands below a figure's picture at that width, in pixels; the frame reports the true one. */
const CONTROLS = 420;

/** How the element of a figure begins in the article. */
const standing = (name: string): string => `<gd-figure name="${name}"`;

/**
 * Every figure with its first picture, in the order of the tutorial; behind those of its chapters, the others.
 *
 * @param card file of a figure's card below `dist/`, with a version
 */
export function shownFigures(
  engine: Engine,
  chapters: readonly Place[],
  card: (name: string) => string,
): readonly Shown[] {
  const article = chapters.map(({ html }) => html).join('');
  const place = (name: string): number => {
    const found = article.indexOf(standing(name));
    return found < 0 ? Infinity : found;
  };
  return [...figures.keys()]
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
    .map((name) => ({
      name,
      ...renderPoster(engine, name),
      chapter: chapters.find(({ html }) => html.includes(standing(name)))?.chapter,
      card: card(name),
    }));
}

function themeColours(): string {
  const colour = (theme: Theme): string =>
    `<meta name="theme-color" media="(prefers-color-scheme: ${theme})" content="${surface.paper[theme]}">`;
  return `${colour('light')}\n${colour('dark')}`;
}

function page(title: string, head: string, body: string, { icon, head: assets, end }: FrameAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${head}
${themeColours()}
<link rel="icon" href="${icon}" type="image/svg+xml">
${assets}
</head>
<body>
${body}
${end}
</body>
</html>
`;
}

/** What stands inside a figure until it runs. */
export function pictureMarkup({ svg, caption }: Shown): string {
  return `${svg}<span class="gd-caption">${escaped(caption)}</span>`;
}

/** `figure.html`: the figure that its address names, or the list of all. */
export function frameDocument(all: readonly Shown[], assets: FrameAssets): string {
  const entries = all.map(
    (figure) => `<li id="${figure.name}">
<a href="#${figure.name}"><h2>${escaped(figure.title)}</h2>${figure.svg}</a>
<span class="gd-caption">${escaped(figure.caption)}</span>
</li>`,
  );
  const body = `<main class="figures">
<h1>Figures of Downhill</h1>
<p>Each stands alone in a frame: <code>figure.html#${all[0]?.name ?? ''}?rate=0.2</code>, with its settings after the question mark.</p>
<ul>
${entries.join('\n')}
</ul>
</main>`;
  const description = '<meta name="description" content="Every figure of Downhill, to be put into a frame.">';
  return page('Figures of Downhill', description, body, assets);
}

/** What feeds and chats show of the figure, and where they find its frame. */
function links({ name, title, caption, description, card }: Shown): string {
  const url = addressOf(`figures/${name}.html`);
  const alt = `${title}. ${description}`;
  return `<meta name="description" content="${escaped(caption)}">
${socialCard({ title, description: caption, url, image: addressOf(card), alt })}
<link rel="alternate" type="application/json+oembed" href="${addressOf(`oembed/${name}.json`)}" title="${escaped(title)}">`;
}

/** `figures/<name>.html`: one figure, its picture first, and the way to the chapter around it. */
export function figureDocument(figure: Shown, assets: FrameAssets): string {
  const { name, title, chapter } = figure;
  const source = chapter
    ? `From <a href="../index.html#${chapter.name}">${escaped(chapter.title)}</a>, a chapter of Downhill.`
    : 'From <a href="../index.html">Downhill</a>, an interactive tutorial on gradient descent.';
  const body = `<main>
<h1 class="unseen">${escaped(title)}</h1>
<gd-figure name="${name}">${pictureMarkup(figure)}</gd-figure>
</main>
<footer>${source}</footer>`;
  return page(`${title} - Downhill`, links(figure), body, assets);
}

/** `oembed/<name>.json`, by the oEmbed specification 1.0: the frame to put into a page of one's own. */
export function oembed({ name, title, svg, card }: Shown): string {
  const drawing = drawingOf({ svg });
  const height = Math.round((drawing.height / drawing.width) * WIDTH + CONTROLS);
  const source = escaped(addressOf(`figure.html#${name}`));
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      provider_name: 'Downhill',
      provider_url: addressOf('index.html'),
      title,
      width: WIDTH,
      height,
      thumbnail_url: addressOf(card),
      thumbnail_width: CARD.width,
      thumbnail_height: CARD.height,
      html: `<iframe src="${source}" width="${WIDTH}" height="${height}" title="${escaped(title)}" sandbox="allow-scripts" loading="lazy" frameborder="0"></iframe>`,
    },
    null,
    2,
  )}\n`;
}
