/** Every figure, with no more of the engine than it says it needs. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import { inSlices } from '../../../web/engine/pause';
import type { Model } from '../../../web/figures/figure';
import { figures } from '../../../web/figures/registry';
import { initialValues, type SettingTable } from '../../../web/figures/settings';
import { functionEngine, wholeEngine } from '../engine/modules';
import { Stage } from './stage';

let whole: Engine;
let small: Engine;
beforeAll(async () => {
  // Where there is no worker, long work is done between frames.
  vi.stubGlobal('requestAnimationFrame', (go: () => void) => setTimeout(go));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  // No time passes: what is done in slices is then done whole, however fast the machine is.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  whole = await wholeEngine();
  small = (await functionEngine()) as Engine;
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each([...figures])('%s', (_, figure) => {
  const needs = figure.needs ?? 'functions';
  const starts = [{}, ...(figure.presets ?? []).map(({ values }) => values)];

  /** What it draws, says and tabulates, from each of its starts. */
  async function shown(engine: Engine): Promise<unknown[]> {
    const ahead = figure.prepare?.(engine, initialValues(figure.settings));
    // What it has learned is shared with those who ask for the same.
    const made = ahead && (await inSlices(ahead));
    const all = starts.map((settings) => {
      const stage = new Stage<SettingTable, Model>(engine, figure, settings);
      stage.go(3);
      const parts = [stage.drawn(), figure.tables?.(stage.view), figure.runs?.(stage.view)];
      stage.close();
      return parts;
    });
    made?.dispose();
    return all;
  }

  it(`needs the engine for ${needs}, and shows with it what it shows with the whole`, async () => {
    const engine = needs === 'whole' ? whole : small;
    expect(await shown(engine)).toEqual(await shown(whole));
  });
});
