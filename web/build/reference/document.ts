/** `attributes.html`: what somebody needs who puts a figure into a page of their own. Made of what the figures are made of. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine';
import { renderPoster } from '../../figures/poster';
import type { Assets } from '../article/document';
import { commonAttributes, figureList, figureSections } from './attributes';
import { escaped } from './markup';
import { scripting } from './script';
import { customProperties, examplePictures, partNames } from './theming';

const title = 'Downhill: figures for your own page';

const snippet = `<script src="downhill.js" defer></script>

<gd-figure name="learning-rate" rates="0.1,0.3,0.9,1.1" step="6">
  <img src="downhill-learning-rate.svg" alt="Four learning rates on one curve">
</gd-figure>`;

/** A figure whose parts are outlined by the page's style sheet. */
function outlined(engine: Engine): string {
  return `<gd-figure name="one-weight" class="outlined">${renderPoster(engine, 'one-weight').svg.replaceAll('poster-one-weight', 'outlined')}</gd-figure>`;
}

async function body(root: string, engine: Engine): Promise<string> {
  const types = await readFile(join(root, 'web/figures/host/downhill.d.ts'), 'utf8');
  return `<header>
<p class="chapter-number"><a href="index.html">Downhill</a></p>
<h1>Figures for your own page</h1>
<p>Copy <code>downhill.js</code> beside your page. It holds everything, asks no other site for anything, and adds one global name, <code>Downhill</code>. Then write:</p>
<pre tabindex="0"><code>${escaped(snippet)}</code></pre>
<p>What stands inside the element is shown until the figure runs, in print, and wherever no script does: in feeds and in mail. Below each figure of the tutorial, <em>take this figure with you</em> writes these lines for what you see.</p>
</header>
<section id="attributes">
<h2>Attributes</h2>
<p>Everything that a reader can set is an attribute. Each has a default; changing one changes the figure at once and leaves the rest as the reader left it. Put values in quotes. One that is true or false is true when it is there, and false when it says <code>"false"</code>. What cannot be used is said in the figure, with what is allowed.</p>
${commonAttributes()}
${figureList()}
</section>
${figureSections(engine)}
<section id="looks">
<h2>To fit your theme</h2>
<p>A figure takes its typeface from the text around it, and light or dark from your page’s <code>color-scheme</code>. It is as wide as its column, from 320 pixels on. Custom properties set on <code>gd-figure</code>, or on anything around it, change its colours:</p>
${examplePictures(engine)}
${customProperties()}
<h3>Parts</h3>
<p>Pieces of a figure that a style sheet can reach, outlined here by <code>gd-figure::part(plot) { outline: … }</code> and its like:</p>
${outlined(engine)}
${await partNames(root)}
</section>
<section id="scripts">
<h2>For scripts</h2>
<p>Nothing here throws. Types: <a href="downhill.d.ts"><code>downhill.d.ts</code></a>; as a module, <code>downhill.mjs</code>.</p>
${scripting(types)}
</section>`;
}

/** HTML of the page. */
export async function referenceDocument(root: string, engine: Engine, assets: Assets): Promise<string> {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="Every attribute, custom property, part, method and event of Downhill's figures.">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
${assets.styles}
<link rel="stylesheet" href="attributes.css">
${assets.pageScript}
</head>
<body>
<main class="reference">
${await body(root, engine)}
</main>
${assets.figureScript}
</body>
</html>
`;
}
