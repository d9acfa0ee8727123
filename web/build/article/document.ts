/** The whole page around the chapters. */
import { surface } from '../../style/tokens';
import { escapeAttribute } from './figure-element';
import { navigation, type Stop } from './navigation';
import type { RenderedChapter } from './render-chapter';

/** How the page gets its styles and scripts: as files beside it, or written into it. */
export interface Assets {
  /** Goes into the head. */
  readonly styles: string;
  /** Goes into the head; runs before anything is drawn. */
  readonly pageScript: string;
  /** Goes to the end of the body. */
  readonly figureScript: string;
  /** Address of the icon. */
  readonly icon: string;
  /** HTML for the end of the page: what stands beside it, or is inside it. */
  readonly end: string;
}

const name = 'Downhill';
const description =
  'Gradient descent, made touchable: an interactive tutorial in which every curve, step and number is computed while you read.';

function head({ styles, pageScript, icon }: Assets): string {
  const theme = (scheme: 'light' | 'dark'): string =>
    `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${surface.paper[scheme]}">`;
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}: gradient descent, made touchable</title>
<meta name="description" content="${escapeAttribute(description)}">
${theme('light')}
${theme('dark')}
<link rel="icon" href="${icon}" type="image/svg+xml">
${styles}
${pageScript}`;
}

function footer({ end }: Assets): string {
  return `<footer class="end">
<p><strong>${name}</strong> explains gradient descent by letting you do it. Every number on this page comes from the same engine that moves the figures, written in C++ and compiled for the browser. It is free software under the MIT licence.</p>
${end}
</footer>`;
}

/** Every chapter but the last points to the one after it. */
function nextLinks(chapters: readonly RenderedChapter[]): string[] {
  return chapters.map(({ html }, i) => {
    const next = chapters[i + 1]?.chapter;
    if (!next || chapters[i]!.chapter.number === 0) return html;
    const link = `<p class="next"><a href="#${next.name}"><span>Next</span> ${escapeAttribute(next.title)}</a></p>\n`;
    return html.replace(/<\/div>\n<\/section>$/, `${link}</div>\n</section>`);
  });
}

/**
 * HTML of the page.
 *
 * @param chapters in order, the first screen first
 * @param coming labels of chapters that are not written yet
 */
export function pageDocument(chapters: readonly RenderedChapter[], coming: readonly string[], assets: Assets): string {
  const stops: Stop[] = [
    ...chapters.map(({ chapter }) => ({ number: chapter.number, label: chapter.short, name: chapter.name })),
    ...coming.map((label, i) => ({ number: (chapters.at(-1)?.chapter.number ?? 0) + 1 + i, label })),
  ];
  const sections = nextLinks(chapters);
  const first = chapters.findIndex(({ chapter }) => chapter.number > 0);
  return `<!doctype html>
<html lang="en">
<head>
${head(assets)}
</head>
<body>
<a class="skip" href="#${chapters[first]?.chapter.name ?? ''}">Skip to the first chapter</a>
<main>
${sections.slice(0, first).join('\n')}
${navigation(stops)}
${sections.slice(first).join('\n')}
</main>
${footer(assets)}
${assets.figureScript}
</body>
</html>
`;
}
