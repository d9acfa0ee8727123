/**
 * A first drawing takes longer than those after it: templates are taken apart, and the engine is asked for the first time.
 * Where that would cost somebody a frame, it is drawn into the air before, a piece at a time.
 */
import { render } from 'lit';
import type { AnyFigure, Model, View } from '../figure';
import type { SettingTable } from '../settings';

/** @param view asked for anew for each piece: what a figure draws from is what stands there then */
export function* rehearsing(
  figure: AnyFigure | undefined,
  view: () => View<SettingTable, Model> | undefined,
): Generator<void, void> {
  for (const piece of ['plot', 'panels', 'asked', 'controls'] as const) {
    const seen = view();
    const drawn = seen && figure?.[piece]?.(seen);
    yield;
    // Whoever paints or moves by themselves stop with it.
    if (drawn) render(drawn, document.createDocumentFragment()).setConnected(false);
    yield;
  }
}
