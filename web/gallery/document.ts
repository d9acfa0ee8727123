/** The gallery's document and style sheet. */
import { customProperties, sharedProperties, sizes, type Theme } from '../style/tokens';

const theme = (name: Theme): string =>
  `.${name} { color-scheme: ${name}; ${customProperties(name)} background: var(--gd-card); color: var(--gd-ink); }`;

const styles = `:root { color-scheme: light; ${customProperties('light')} ${sharedProperties()} }
body { margin: 0; background: var(--gd-paper); color: var(--gd-ink); font: 1rem / 1.4 var(--gd-sans); }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; } h2 small { color: var(--gd-ink2); font-weight: 400; } h3 { margin: 1.2rem 0 0.3rem; font-weight: 400; }
.pair { display: flex; flex-wrap: wrap; gap: 1rem; }
.ground { flex: 1 1 320px; min-width: 0; padding: 12px; border: 1px solid var(--gd-rule); overflow-x: auto; }
.ground > gd-specimen { width: 320px; }
.wide { flex-direction: column; } .wide > .ground { flex-basis: auto; } .wide > .ground > gd-specimen { width: 600px; }
.ground text { fill: currentcolor; font-size: 13px; } .distance { fill: var(--gd-parameter); }
table { border-collapse: collapse; } th, td { padding: 2px 8px 2px 0; text-align: left; vertical-align: middle; }
${Object.keys(sizes)
  .map((name) => `.size-${name} { margin: 0; font-size: var(--gd-size-${name}); }`)
  .join('\n')}
${theme('light')}
${theme('dark')}`;

export const galleryDocument = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Downhill: every part in every state</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${styles}</style>
</head>
<body>
<main></main>
<script type="module" src="/web/gallery/gallery.ts"></script>
</body>
</html>
`;
