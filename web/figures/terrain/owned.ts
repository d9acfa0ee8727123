/**
 * Who owns the ground: its basins drawn, in words, and how they become known; where a hundred starts end; and the way at another
 * rate. A piece of its own.
 */
import { styles as own } from './style-owned';

export { basinLayer } from './basins';
export { besideWay, wayNames } from './besides';
export { chased } from './chase';
export { startMarks } from './hundred';
export { owners, ownersBeside, whose } from './owners';
export { wanted } from './pursuing';
export { borderName, score } from './score';
export { stamp } from './stamps';
export { endTables } from './tables';

export const styles = [own];
