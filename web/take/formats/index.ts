/** Every way to take a figure along, in the order of their buttons. To add one: a file beside this, and a line here. */
import type { Format } from '../format';
import { programs } from './code';
import { data } from './data';
import { element } from './element';
import { frame } from './frame';
import { hugo } from './hugo';
import { jekyll } from './jekyll';
import { link } from './link';
import { picture } from './picture';
import { tiddlywiki } from './tiddlywiki';

export const formats: readonly Format[] = [
  ...[element, frame, hugo, jekyll, tiddlywiki],
  ...[link, picture, data],
  ...programs,
];
