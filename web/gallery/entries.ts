/** Everything the gallery shows. A test holds it against the files of `web/parts`. */
import { controlEntries } from './control-entries';
import { displayEntries } from './display-entries';
import type { Entry } from './specimen';

export const entries: readonly Entry[] = [...controlEntries, ...displayEntries];
