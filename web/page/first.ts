/**
 * What must have happened before anything is painted: the reader's theme, and whether figures can run, so that the
 * line that says they cannot has its room from the start. The page waits for this script.
 */
import { lack } from '../engine/ability';
import { applyStoredTheme } from './theme';

applyStoredTheme();
const missing = lack();
if (missing) document.documentElement.dataset.lacks = missing;
