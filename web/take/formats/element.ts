/** The element, for a page of one's own. */
import { quoted, type Format } from '../format';
import { attributes, type Moment } from '../moment';
import { html } from '../quote';
import { pictureFile } from './picture';

/** `<gd-figure ...>`, always quoted, with `within` (HTML) for where no script runs. */
export function elementMarkup(moment: Moment, within = ''): string {
  return `<gd-figure ${quoted(attributes(moment), html).text}>${within}</gd-figure>`;
}

export const element: Format = {
  name: 'element',
  label: 'element',
  kind: 'page',
  pieces: (moment) => {
    const script = '<script src="downhill.js" defer></script>';
    const picture = `<img src=${html(pictureFile(moment))} alt=${html(moment.title)}>`;
    return [
      {
        label: 'HTML for your page',
        note: 'Copy downhill.js and the folder pieces beside your page, and write:',
        text: `${script}\n${elementMarkup(moment)}`,
      },
      {
        label: 'HTML with a picture',
        note: 'With the picture inside (save it under “picture”), it also shows in feeds, in mail and in print:',
        text: `${script}\n${elementMarkup(moment, picture)}`,
      },
    ];
  },
};
