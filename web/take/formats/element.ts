/** The element, for a page of one's own. */
import { quoted, type Format } from '../format';
import { attributes, type Moment } from '../moment';
import { html } from '../quote';
import { pictureFile } from './picture';

/** `<gd-figure ...>`, always quoted, with `within` (HTML) for where no script runs. */
export function elementMarkup(moment: Moment, within = ''): string {
  return `<gd-figure ${quoted(attributes(moment), html).text}>${within}</gd-figure>`;
}

/** Until the script has come, the page knows nothing of the figure: without this, it would move what stands below. */
const room = ({ name, height }: Moment): string =>
  `<style>gd-figure[name=${html(name)}]:not(:defined) { display: block; min-height: ${Math.round(height)}px; }</style>`;

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
        note: 'Copy downhill.js and the folder pieces beside your page, and write (the style keeps room for the figure until it is there):',
        text: `${room(moment)}\n${script}\n${elementMarkup(moment)}`,
      },
      {
        label: 'HTML with a picture',
        note: 'With the picture inside (save it under “picture”), it also shows in feeds, in mail and in print:',
        text: `${script}\n${elementMarkup(moment, picture)}`,
      },
    ];
  },
};
