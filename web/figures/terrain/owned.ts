/** Who owns the ground: its basins drawn, in words, and how they become known. A piece of its own. */
export { basinLayer } from './basins';
export { endOf } from './bins';
export { chased } from './chase';
export { owners, ownersBeside, whose } from './owners';
export { wanted } from './pursuing';
