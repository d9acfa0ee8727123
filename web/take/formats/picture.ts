/** The drawing as a picture: as lines that stay sharp, and as pixels. */
import type { Format } from '../format';
import type { Moment } from '../moment';
import { asAddress, pixels } from '../pixels';

/** Pixels of the PNG per pixel of the page. */
const SCALE = 2;

/** Name of the drawing's file, which snippets refer to. */
export const pictureFile = ({ name }: Pick<Moment, 'name'>, type = 'svg'): string => `downhill-${name}.${type}`;

export const picture: Format = {
  name: 'picture',
  label: 'picture',
  kind: 'file',
  pieces: async ({ name, picture: draw }) => {
    const svg = await draw();
    return [
      {
        label: 'The drawing as it stands',
        picture: asAddress(svg),
        downloads: [
          {
            label: 'save as SVG',
            file: pictureFile({ name }),
            content: () => new Blob([svg], { type: 'image/svg+xml' }),
          },
          { label: 'save as PNG', file: pictureFile({ name }, 'png'), content: () => pixels(svg, SCALE) },
        ],
      },
    ];
  },
};
