/** The script that the page loads when somebody searches for the first time; it tells the page by an event how to open it. */
import { openSearch } from './dialog';
import { OPEN } from './opener';

document.addEventListener(OPEN, openSearch);
