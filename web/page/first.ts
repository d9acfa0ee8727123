/** What must have happened before anything is painted: the reader's theme. The page waits for this script. */
import { openQuietly } from './opening';
import { applyStoredTheme } from './theme';

applyStoredTheme();
openQuietly();
