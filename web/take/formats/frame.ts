/** A frame, for pages that let no script in. */
import type { Format } from '../format';
import { attributes, folder, type Moment } from '../moment';
import { html } from '../quote';

/** The address of a frame that shows this moment: all of it behind the `#`, since some servers drop what stands before. */
export function frameAddress(moment: Moment): string {
  const [, ...settings] = attributes(moment);
  const query = new URLSearchParams(settings).toString().replaceAll('%2C', ',');
  return `${folder(moment.page)}figure.html#${moment.name}?${query}`;
}

export const frame: Format = {
  name: 'iframe',
  label: 'iframe',
  kind: 'page',
  pieces: (moment) => [
    {
      label: 'HTML of the frame',
      note: folder(moment.page)
        ? 'For sites that strip scripts but allow frames:'
        : 'Copy figure.html beside your page, and write:',
      text: `<iframe src=${html(frameAddress(moment))} title=${html(moment.title)} width="100%" height="720" loading="lazy" sandbox="allow-scripts"></iframe>`,
    },
  ],
};
