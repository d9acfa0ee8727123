/** Every figure, with no more of the engine than it says it needs. */
import { beforeAll, describe, expect, it } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import type { Model } from '../../../web/figures/figure';
import { figures } from '../../../web/figures/registry';
import type { SettingTable } from '../../../web/figures/settings';
import { functionEngine, wholeEngine } from '../engine/modules';
import { Stage } from './stage';

let whole: Engine;
let small: Engine;
beforeAll(async () => {
  whole = await wholeEngine();
  small = (await functionEngine()) as Engine;
});

describe.each([...figures])('%s', (_, figure) => {
  const needs = figure.needs ?? 'functions';
  const starts = [{}, ...(figure.presets ?? []).map(({ values }) => values)];

  /** What it draws, says and tabulates, from each of its starts. */
  function shown(engine: Engine): unknown[] {
    const ahead = figure.prepare?.(engine);
    while (ahead && !ahead.next().done);
    return starts.map((settings) => {
      const stage = new Stage<SettingTable, Model>(engine, figure, settings);
      stage.go(3);
      // How fast this machine is learning is not the engine's to say.
      const drawn = stage.drawn().replace(/<b>[\d\s]+<\/b> digits a second/, '');
      const all = [drawn, figure.tables?.(stage.view), figure.runs?.(stage.view)];
      stage.close();
      return all;
    });
  }

  it(`needs the engine for ${needs}, and shows with it what it shows with the whole`, () => {
    const engine = needs === 'whole' ? whole : small;
    expect(shown(engine)).toEqual(shown(whole));
  });
});
