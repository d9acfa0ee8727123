/** What the network is told of a place: its coordinates as they are, or the squares, products and waves of them. */

export const INPUTS = ['x', 'y', 'xx', 'yy', 'xy', 'sinx', 'siny'] as const;
export type InputName = (typeof INPUTS)[number];

export const inputLabels: Readonly<Record<InputName, string>> = {
  x: 'x₁',
  y: 'x₂',
  xx: 'x₁²',
  yy: 'x₂²',
  xy: 'x₁x₂',
  sinx: 'sin x₁',
  siny: 'sin x₂',
};

const of: Readonly<Record<InputName, (x: number, y: number) => number>> = {
  x: (x) => x,
  y: (_, y) => y,
  xx: (x) => x * x,
  yy: (_, y) => y * y,
  xy: (x, y) => x * y,
  sinx: (x) => Math.sin(x),
  siny: (_, y) => Math.sin(y),
};

export const inputOf = (name: InputName, x: number, y: number): number => of[name](x, y);

/** Of places x, y, x, y, ... what the network is told, place by place. */
export function told(names: readonly InputName[], places: ArrayLike<number>): Float64Array {
  const list = new Float64Array((places.length / 2) * names.length);
  for (let i = 0, k = 0; i < places.length; i += 2)
    for (const name of names) list[k++] = of[name](places[i] ?? 0, places[i + 1] ?? 0);
  return list;
}

/** Whether a first neuron's coast is a straight line: then its weights are an arrow across it. */
export const straight = (names: readonly InputName[]): boolean => names.join() === 'x,y';
