/** A part that comes when it is first opened. */
import { html, type TemplateResult } from 'lit';
import { describe, expect, test, vi } from 'vitest';
import { Late } from '../../../web/parts/late';
import { written } from '../figures/stage';

interface Part {
  readonly say: (what: string) => TemplateResult;
}
const part: Part = { say: (what) => html`<p>${what}</p>` };
/** Presses the first button of a drawing. */
function press(drawing: unknown): boolean {
  if (typeof drawing === 'function') return ((drawing as () => void)(), true);
  const { values = [] } = (drawing ?? {}) as Partial<TemplateResult>;
  return values.some(press);
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('a late part', () => {
  test('is asked for once, when it is first drawn, and then drawn at once', async () => {
    const bring = vi.fn(() => Promise.resolve(part));
    const again = vi.fn();
    const late = new Late(bring);
    expect(bring).not.toHaveBeenCalled();
    for (let k = 0; k < 3; k++) expect(written(late.draw((p) => p.say('here'), again))).toContain('One moment');
    await settled();
    expect(bring).toHaveBeenCalledTimes(1);
    expect(again).toHaveBeenCalled();
    expect(written(late.draw((p) => p.say('here'), again))).toBe('<p>here</p>');
  });

  test('keeps its height free until it is there, also where it cannot be had', async () => {
    let lost = true;
    const late = new Late(() => (lost ? Promise.reject(new Error('gone')) : Promise.resolve(part)));
    const drawn = (): string => written(late.draw((p) => p.say('here'), vi.fn(), 170));
    expect(drawn()).toMatch(/One moment[^]*<svg[^>]* height=170/);
    await settled();
    expect(drawn()).toMatch(/could not be loaded[^]*<svg[^>]* height=170/);
    expect(late.here).toBeUndefined();
    lost = false;
    expect(await late.come()).toBe(part);
    expect(late.here).toBe(part);
    expect(drawn()).toBe('<p>here</p>');
  });

  test('that cannot be had says so and is not asked for by itself again, but by a press', async () => {
    let lost = true;
    const bring = vi.fn(() => (lost ? Promise.reject(new Error('gone')) : Promise.resolve(part)));
    const again = vi.fn();
    const late = new Late(bring);
    late.draw((p) => p.say('here'), again);
    await settled();
    for (let k = 0; k < 3; k++)
      expect(written(late.draw((p) => p.say('here'), again))).toContain('could not be loaded');
    await settled();
    expect(bring).toHaveBeenCalledTimes(1);
    lost = false;
    expect(press(late.draw((p) => p.say('here'), again))).toBe(true);
    await settled();
    expect(written(late.draw((p) => p.say('here'), again))).toBe('<p>here</p>');
  });

  test('that is drawn without words says elsewhere what is missing, once it is known to be', async () => {
    let lost = true;
    const late = new Late(() => (lost ? Promise.reject(new Error('gone')) : Promise.resolve(part)));
    const again = vi.fn();
    expect(late.lack(again)).toBeUndefined();
    late.want(again);
    await settled();
    expect(again).toHaveBeenCalledTimes(1);
    const said = late.lack(again, 'The lines');
    expect(written(said)).toMatch(/The lines could not be loaded/);
    lost = false;
    press(said);
    await settled();
    expect(again).toHaveBeenCalledTimes(2);
    expect(late.here).toBe(part);
    expect(late.lack(again)).toBeUndefined();
  });
});
