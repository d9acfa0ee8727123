/** Light or dark, by the colour of the text around a figure. */
import { describe, expect, it } from 'vitest';

import { schemeFor } from '../../../web/figures/host/theme';
import { surface } from '../../../web/style/tokens';

describe('a text’s colour', () => {
  it.each([
    ['rgb(0, 0, 0)', 'light'],
    ['rgb(255, 255, 255)', 'dark'],
    ['rgba(255, 255, 255, 0.87)', 'dark'],
    ['color(srgb 0.87 0.9 0.95)', 'dark'],
    ['color(srgb -0.01 0.1 1.01 / 0.5)', 'light'],
    // Solarized, whose text is close to the middle in both.
    ['rgb(101, 123, 131)', 'light'],
    ['rgb(131, 148, 150)', 'dark'],
    ['rgba(0, 0, 0, 0)', undefined],
  ])('%s is read on %s', (colour, scheme) => {
    expect(schemeFor(colour)).toBe(scheme);
  });

  it('of each of our own themes is that theme’s', () => {
    const rgb = (hex: string): string =>
      `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
    expect(schemeFor(rgb(surface.ink.light))).toBe('light');
    expect(schemeFor(rgb(surface.ink.dark))).toBe('dark');
  });
});
