/**
 * Who owns the ground: its basins drawn, in words, and how they become known; and the way at another rate. A piece of its
 * own.
 */
export { basinLayer } from './basins';
export { besideWay, wayNames } from './besides';
export { endOf } from './bins';
export { chased } from './chase';
export { owners, ownersBeside, whose } from './owners';
export { wanted } from './pursuing';
export { borderName, score } from './score';
export { stamp } from './stamps';
export { endTables } from './tables';
