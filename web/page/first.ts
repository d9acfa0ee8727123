/** What must have happened before anything is painted: the reader's theme. The page waits for this script. */
import { applyStoredTheme } from './theme';

applyStoredTheme();
