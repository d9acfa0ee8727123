import { quoted, snippet, type Format } from '../format';
import { attributes } from '../moment';
import { tiddlywiki as quote } from '../quote';

/** TiddlyWiki's procedure, as the plugin in `blogs/tiddlywiki` has it. */
export const tiddlywiki: Format = {
  name: 'tiddlywiki',
  label: 'TiddlyWiki',
  kind: 'page',
  pieces: (moment) => {
    const { text, unwritable } = quoted(attributes(moment), quote, ':');
    const note = 'With the plugin from blogs/tiddlywiki in your wiki:';
    return [snippet({ label: 'TiddlyWiki text', note, text: `<<downhill ${text}>>` }, unwritable)];
  },
};
