/** The engine's built-in functions, once more, as formulas: what programs for them are written from. */

/** The numbers that shape a function, by the engine's names for them. */
export type Shape = Readonly<Record<string, number>>;

/** A factor in front; 1 is left out. */
const times = (factor: number | undefined): string => (factor === 1 ? '' : `${factor} `);

export const functions: Readonly<Record<string, (shape: Shape) => string>> = {
  parabola: ({ curvature }) => `${times((curvature ?? 2) / 2)}x^2 + 5`,
  double_well: () => '(x^2 - 1)^2 + 0.3 x + 0.5',
  // expm1 keeps all digits near the minimum, where exp(-x) + x - 1 would cancel.
  linex: () => 'expm1(-x) + x',
  bowl: ({ conditionNumber }) => `0.5 (x^2 + ${times(conditionNumber)}y^2)`,
  ravine: ({ conditionNumber }) => `0.25 ((x + y)^2 + ${times(conditionNumber)}(x - y)^2)`,
  saddle: () => 'x^2 - y^2',
  monkey_saddle: () => 'x^3 - 3 x y^2',
  double_well_2d: () => '(x^2 - 1)^2 + 0.3 x + y^2 + 0.5',
  rosenbrock: () => '(1 - x)^2 + 100 (y - x^2)^2',
  himmelblau: () => '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  beale: () => '(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2',
  booth: () => '(x + 2 y - 7)^2 + (2 x + y - 5)^2',
  matyas: () => '0.26 (x^2 + y^2) - 0.48 x y',
  three_hump_camel: () => '2 x^2 - 1.05 x^4 + x^6 / 6 + x y + y^2',
  styblinski_tang: () => '0.5 (x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y)',
  rastrigin: () => '20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y)',
  ackley: () => '20 (1 - exp(-0.2 sqrt(0.5 (x^2 + y^2)))) + e - exp(0.5 (cos(2 pi x) + cos(2 pi y)))',
  easom: () => '-cos(x) cos(y) exp(-((x - pi)^2 + (y - pi)^2))',
  goldstein_price: () =>
    '(1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2)) ' +
    '(30 + (2 x - 3 y)^2 (18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2))',
};
