import { quoted, snippet, type Format } from '../format';
import { attributes } from '../moment';
import { hugo as quote } from '../quote';

/** Hugo's shortcode, as `blogs/hugo` has it. */
export const hugo: Format = {
  name: 'hugo',
  label: 'Hugo',
  kind: 'page',
  pieces: (moment) => {
    const { text, unwritable } = quoted(attributes(moment), quote);
    const note = 'With the shortcode from blogs/hugo in your site:';
    // Closed at once: the shortcode takes a caption between its tags, and Hugo wants an end where it may.
    return [snippet({ label: 'Hugo shortcode', note, text: `{{< downhill ${text} />}}` }, unwritable)];
  },
};
