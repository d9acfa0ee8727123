/**
 * Borders between the cells of a map, as smooth lines: from each pair of neighbours that end apart a point halfway,
 * the points joined into chains (marching squares with any number of classes), and each chain drawn taut. No point
 * moves further than half a cell, so that tongues one cell wide stay.
 */

/** Where starts end, row by row with the lowest first: what the engine's map holds of it. */
export interface Cells {
  readonly end: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
}

/** In cells, from the middle of the lower left one. */
type Point = [x: number, y: number];

/** Rounds of smoothing: steps ten cells long vanish. */
const ROUNDS = 10;
const MOST = 0.5;

/** Points between neighbours and the joints between four cells, by number; and which of them are joined. */
function joined({ end, columns, rows }: Cells): { at: Map<number, Point>; links: Map<number, number[]> } {
  const at = new Map<number, Point>();
  const links = new Map<number, number[]>();
  const join = (a: number, b: number): void => {
    (links.get(a) ?? links.set(a, []).get(a)!).push(b);
    (links.get(b) ?? links.set(b, []).get(b)!).push(a);
  };
  // Of every cell: the point to its right, the one above, and the joint above to the right.
  const point = (cell: number, side: 0 | 1 | 2, x: number, y: number): number => {
    const id = 3 * cell + side;
    if (!at.has(id)) at.set(id, [x, y]);
    return id;
  };
  for (let r = 0; r + 1 < rows; r++)
    for (let c = 0; c + 1 < columns; c++) {
      const i = r * columns + c;
      const [a, b, d, e] = [end[i], end[i + 1], end[i + columns], end[i + columns + 1]];
      if (a === b && a === d && a === e) continue;
      const met: number[] = [];
      if (a !== b) met.push(point(i, 0, c + 0.5, r));
      if (d !== e) met.push(point(i + columns, 0, c + 0.5, r + 1));
      if (a !== d) met.push(point(i, 1, c, r + 0.5));
      if (b !== e) met.push(point(i + 1, 1, c + 1, r + 0.5));
      if (met.length === 2) join(met[0]!, met[1]!);
      else {
        const joint = point(i, 2, c + 0.5, r + 0.5);
        for (const id of met) join(joint, id);
      }
    }
  return { at, links };
}

/** Follows the links from one end or joint to the next; what is left are rings. */
function chains(links: ReadonlyMap<number, readonly number[]>): number[][] {
  const used = new Set<string>();
  const name = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const walk = (from: number, to: number): number[] => {
    const chain = [from];
    let [last, here] = [from, to];
    for (;;) {
      used.add(name(last, here));
      chain.push(here);
      const ways = links.get(here) ?? [];
      const next = ways.length === 2 ? ways.find((id) => !used.has(name(here, id))) : undefined;
      if (next === undefined) return chain;
      [last, here] = [here, next];
    }
  };
  const all: number[][] = [];
  const from = (wanted: (ways: readonly number[]) => boolean): void => {
    for (const [id, ways] of links)
      if (wanted(ways)) for (const to of ways) if (!used.has(name(id, to))) all.push(walk(id, to));
  };
  from((ways) => ways.length !== 2);
  from((ways) => ways.length === 2);
  return all;
}

function taut(points: readonly Point[], closed: boolean): Point[] {
  const count = points.length;
  let now = points.map(([x, y]): Point => [x, y]);
  for (let round = 0; round < ROUNDS; round++)
    now = now.map(([x, y], k): Point => {
      if (!closed && (k === 0 || k === count - 1)) return [x, y];
      const [px, py] = now[(k + count - 1) % count]!;
      const [nx, ny] = now[(k + 1) % count]!;
      const [ox, oy] = points[k]!;
      const hold = (value: number, around: number): number => Math.min(around + MOST, Math.max(around - MOST, value));
      return [hold((px + 2 * x + nx) / 4, ox), hold((py + 2 * y + ny) / 4, oy)];
    });
  return now;
}

/** The lines, each a list of points in cells; one that is closed ends where it began. */
export function outline(cells: Cells): Point[][] {
  const { at, links } = joined(cells);
  return chains(links).map((chain) => {
    const closed = chain.length > 3 && chain[0] === chain[chain.length - 1];
    const points = (closed ? chain.slice(0, -1) : chain).map((id) => at.get(id)!);
    const line = taut(points, closed);
    return closed ? [...line, line[0]!] : line;
  });
}
