import { quoted, snippet, type Format } from '../format';
import { attributes } from '../moment';
import { jekyll as quote } from '../quote';

/** Jekyll's include, as `blogs/jekyll` has it. */
export const jekyll: Format = {
  name: 'jekyll',
  label: 'Jekyll',
  kind: 'page',
  pieces: (moment) => {
    const { text, unwritable } = quoted(attributes(moment), quote);
    const note =
      'With the include from blogs/jekyll in your site and “downhill: true” in the front matter, on a line of its own:';
    return [snippet({ label: 'Jekyll include', note, text: `{% include downhill.html ${text} %}` }, unwritable)];
  },
};
