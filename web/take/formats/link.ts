/** The address of this moment in the tutorial. */
import type { Format } from '../format';

export const link: Format = {
  name: 'link',
  label: 'link',
  kind: 'file',
  pieces: ({ page, link: moment }) => [
    {
      label: 'Link to this moment',
      note: 'Opens the tutorial with this figure as it stands now:',
      text: page + moment,
      href: moment,
    },
  ],
};
