/** What a page says of itself to whoever shows a link to it: title, words, picture. */
import { escapeAttribute } from '../article/escape';
import { CARD } from './layout';

export interface LinkCard {
  readonly title: string;
  readonly description: string;
  /** Address of the page; also the one to remember it by if it is a whole one. */
  readonly url: string;
  /** Address of its card. */
  readonly image: string;
  /** The card in words. */
  readonly alt: string;
}

/** Elements for the head of the page, in the Open Graph protocol, which all readers of cards understand. */
export function socialCard({ title, description, url, image, alt }: LinkCard): string {
  const properties = {
    'og:type': 'website',
    'og:site_name': 'Downhill',
    'og:title': title,
    'og:description': description,
    'og:url': url,
    'og:image': image,
    'og:image:type': 'image/png',
    'og:image:width': CARD.width,
    'og:image:height': CARD.height,
    'og:image:alt': alt,
  };
  return `${Object.entries(properties)
    .map(([key, value]) => `<meta property="${key}" content="${escapeAttribute(String(value))}">`)
    .join('\n')}
<meta name="twitter:card" content="summary_large_image">
${/^https?:/.test(url) ? `<link rel="canonical" href="${url}">` : ''}`.trimEnd();
}
