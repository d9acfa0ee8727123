/** Every figure, by name. To add one: a file beside this, and a line here. */
import type { AnyFigure } from './figure';
import { differenceQuotient } from './difference-quotient';
import { gradient } from './gradient';
import { learningRate } from './learning-rate';
import { model } from './model';
import { oneWeight } from './one-weight';
import { optimizers } from './optimizers';
import { ruler } from './ruler';
import { schedules } from './schedules';
import { start } from './start';
import { terrain } from './terrain';

export const figures: ReadonlyMap<string, AnyFigure> = new Map<string, AnyFigure>(
  [start, model, oneWeight, differenceQuotient, learningRate, schedules, gradient, ruler, terrain, optimizers].map(
    (figure) => [figure.name, figure as unknown as AnyFigure],
  ),
);
