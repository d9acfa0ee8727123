/** When the page asks for the figures' script. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { loadFigures } from '../../../web/page/figures';

let painted: (() => void) | undefined;
const asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  painted = undefined;
  asked.length = 0;
  vi.stubGlobal('requestAnimationFrame', (go: () => void) => setTimeout(go, 16));
  vi.stubGlobal('document', {
    documentElement: { dataset: {} },
    createElement: () => ({ src: '' }),
    body: { append: ({ src }: { readonly src: string }) => asked.push(src) },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function telling(types: readonly string[]): void {
  class Watching {
    static readonly supportedEntryTypes = types;
    constructor(private readonly go: () => void) {}
    observe({ type }: { readonly type: string }): void {
      if (type === 'paint') painted = this.go;
    }
    disconnect(): void {
      painted = undefined;
    }
  }
  vi.stubGlobal('PerformanceObserver', Watching);
}

describe('the script of the figures', () => {
  it('is asked for when the first paint is told of, not with its frame, and once', () => {
    telling(['paint']);
    loadFigures('all.js');
    vi.advanceTimersByTime(100);
    expect(asked).toEqual([]);
    painted?.();
    expect(asked).toEqual(['all.js']);
    vi.advanceTimersByTime(1000);
    expect(asked).toEqual(['all.js']);
  });

  it('is asked for once all the same where nothing is painted', () => {
    telling(['paint']);
    loadFigures('all.js');
    vi.advanceTimersByTime(1000);
    expect(asked).toEqual(['all.js']);
    painted?.();
    expect(asked).toEqual(['all.js']);
  });

  it('comes after the next frame where a browser does not tell of paints', () => {
    telling([]);
    loadFigures('all.js');
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(20);
    expect(asked).toEqual(['all.js']);
  });
});
