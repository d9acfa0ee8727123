/** The whole page around the chapters. */
import { explained, lacks } from '../../engine/ability';
import { surface } from '../../style/tokens';
import { addressOf } from '../addresses';
import { socialCard } from '../cards/social';
import type { Chapter } from './chapter';
import { escapeAttribute } from './escape';
import { navigation, type Stop } from './navigation';
import type { RenderedChapter } from './render-chapter';
import type { SidePage } from './side-page';

/** How the page gets its styles and scripts: as files beside it, or written into it. */
export interface Assets {
  /** Goes into the head. */
  readonly styles: string;
  /**
   * Goes into the head, before the styles, so that it need not wait for them: what runs before anything is drawn, and
   * what the page does when it is there.
   */
  readonly pageScript: string;
  /** Goes to the end of the body; empty where the page's script loads the figures. */
  readonly figureScript: string;
  /** Address of the icon. */
  readonly icon: string;
  /** Address of the tutorial's card; absent where no link can lead to the page. */
  readonly card?: string;
  /** HTML for the end of the page: what stands beside it, or is inside it. */
  readonly end: string;
}

/** The article, rendered. */
export interface Article {
  /** In order, the first screen first. */
  readonly chapters: readonly RenderedChapter[];
  /** What stands after the last chapter. */
  readonly glossary: string;
  /** And after that: signs, history, questions. */
  readonly end: string;
}

const name = 'Downhill';
const heading = `${name}: gradient descent, made touchable`;
const description =
  'Gradient descent, made touchable: an interactive tutorial in which every curve, step and number is computed while you read.';

function head(title: string, description: string, { styles, pageScript, icon }: Assets): string {
  const theme = (scheme: 'light' | 'dark'): string =>
    `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${surface.paper[scheme]}">`;
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<meta name="description" content="${escapeAttribute(description)}">
${theme('light')}
${theme('dark')}
<link rel="icon" href="${icon}" type="image/svg+xml">
${pageScript}
${styles}`;
}

/** What feeds and chats show of the tutorial. */
function linkCard({ card }: Assets): string {
  if (card === undefined) return '';
  const alt = 'A landscape drawn as a map, and a ball that rolls down into one of its valleys';
  return socialCard({ title: heading, description, url: addressOf('index.html', 0), image: card, alt });
}

function footer({ end }: Assets): string {
  return `<footer class="end">
<p><strong>${name}</strong> explains gradient descent by letting you do it. Every loss, slope and step in its text was computed by the engine that moves the figures, written in C++ and compiled for the browser; measurements and years come from the sources named. It is free software under the MIT licence.</p>
${end}
</footer>`;
}

/**
 * Why the figures stand still, where they do: a line for each thing that can be missing. The page's script says which
 * of them is to be seen (`data-lacks` of the root).
 */
function stillness(): string {
  const words = lacks.map((lack) => [lack, explained('The figures stand still here', lack)] as const);
  return `${words.map(([lack, why]) => `<p class="stillness" data-lack="${lack}" role="note" hidden>${escapeAttribute(why)}</p>`).join('\n')}
<noscript><p class="stillness" role="note">The figures stand still here: scripts are turned off. The text, its numbers and the pictures need none.</p></noscript>`;
}

/** Every chapter points to the one before it and to the one after it. */
function neighbours(chapters: readonly RenderedChapter[]): string[] {
  const link = (kind: string, chapter: Chapter | undefined): string =>
    chapter
      ? `<a class="${kind.toLowerCase()}" href="#${chapter.name}"><span>${kind}</span> ${escapeAttribute(chapter.title)}</a>`
      : '';
  return chapters.map(({ html, chapter }, i) => {
    if (chapter.number === 0) return html;
    const links = link('Next', chapters[i + 1]?.chapter) + link('Before', chapters[i - 1]?.chapter);
    return html.replace(/<\/div>\n<\/section>$/, `<p class="neighbours">${links}</p>\n</div>\n</section>`);
  });
}

/**
 * HTML of the page.
 *
 * @param article everything that is written, rendered
 */
export function pageDocument({ chapters, glossary, end }: Article, assets: Assets): string {
  const stops: Stop[] = chapters.map(({ chapter: { number, short, name } }) => ({ number, label: short, name }));
  const sections = neighbours(chapters);
  const first = chapters.findIndex(({ chapter }) => chapter.number > 0);
  return `<!doctype html>
<html lang="en">
<head>
${head(heading, description, assets)}
${linkCard(assets)}
</head>
<body>
<a class="skip" href="#${chapters[first]?.chapter.name ?? ''}">Skip to the first chapter</a>
<main>
${stillness()}
${sections.slice(0, first).join('\n')}
${navigation(stops)}
${sections.slice(first).join('\n')}
${glossary}
${end}
</main>
${footer(assets)}
${assets.figureScript}
</body>
</html>
`;
}

/** HTML of a page beside the tutorial. */
export function sideDocument({ title, claim, description, html }: SidePage, assets: Assets): string {
  return `<!doctype html>
<html lang="en">
<head>
${head(`${title} - ${name}`, description, assets)}
</head>
<body>
<main class="side-page">
<header>
<p class="chapter-number"><a href="index.html">${name}</a></p>
<h1>${escapeAttribute(title)}</h1>
<p class="claim">${escapeAttribute(claim)}</p>
</header>
<div class="text">
${html}</div>
</main>
${footer(assets)}
</body>
</html>
`;
}
