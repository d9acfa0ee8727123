/** The drawing as a picture: as lines that stay sharp, and as pixels. */
import type { Format } from '../format';
import { asAddress, pixels } from '../pixels';

/** Pixels of the PNG per pixel of the page. */
const SCALE = 2;

export const picture: Format = {
  name: 'picture',
  label: 'picture',
  kind: 'file',
  has: (moment) => moment.picture() !== '',
  pieces: ({ name, picture: draw }) => {
    const svg = draw();
    return [
      {
        label: 'The drawing as it stands',
        picture: asAddress(svg),
        downloads: [
          {
            label: 'save as SVG',
            file: `downhill-${name}.svg`,
            content: () => new Blob([svg], { type: 'image/svg+xml' }),
          },
          { label: 'save as PNG', file: `downhill-${name}.png`, content: () => pixels(svg, SCALE) },
        ],
      },
    ];
  },
};
