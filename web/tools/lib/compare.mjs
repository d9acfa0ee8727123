/**
 * Comparing pictures that were drawn by different browsers. Letters and edges are rasterised a little differently by
 * each, so pictures are first reduced: every pixel is the mean of a square. What is left of such differences is small;
 * a line somewhere else, a missing label, another colour is not.
 */

/** Side of the square that becomes one pixel. */
const SQUARE = 6;
/** A pixel counts as different when a channel is further off than this, of 255. */
const CLEARLY = 16;
/** Pixels by which two pictures may differ in size before they are reduced. */
const SIZE = SQUARE;

/**
 * The most that may differ: `clear`, the number of pixels that clearly do; `mean`, the mean over all channels and
 * pixels, of 255, which a large area in a slightly different colour moves.
 */
export const allowed = { clear: 3, mean: 0.6 };

/**
 * @typedef {object} Comparison
 * @property {number} clear
 * @property {number} mean
 * @property {string} size says how the sizes differ; empty where they do not
 * @property {Buffer} difference what is the same pale, what differs red
 *
 * @typedef {object} Comparer
 * @property {(png: Buffer) => Promise<Buffer>} reduce
 * @property {(got: Buffer, expected: Buffer) => Promise<Comparison>} compare both reduced
 */

/**
 * Runs in the page: what the two tasks share.
 * @param {number} square
 */
function install(square) {
  const pixels = async (/** @type {string} */ base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const png = (/** @type {ImageData} */ data) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [data.width, data.height];
    canvas.getContext('2d')?.putImageData(data, 0, 0);
    return canvas.toDataURL('image/png').replace(/^.*,/, '');
  };
  const reduce = async (/** @type {string} */ base64) => {
    const from = await pixels(base64);
    const to = new ImageData(Math.ceil(from.width / square), Math.ceil(from.height / square));
    for (let i = 0; i < to.data.length; i++) {
      const [channel, x, y] = [i % 4, (i >> 2) % to.width, Math.floor((i >> 2) / to.width)];
      let [sum, count] = [0, 0];
      for (let v = y * square; v < Math.min((y + 1) * square, from.height); v++)
        for (let u = x * square; u < Math.min((x + 1) * square, from.width); u++, count++)
          sum += from.data[4 * (v * from.width + u) + channel] ?? 0;
      to.data[i] = Math.round(sum / count);
    }
    return png(to);
  };
  const compare = async (/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ clearly) => {
    const [got, expected] = [await pixels(one), await pixels(other)];
    const [width, height] = [Math.min(got.width, expected.width), Math.min(got.height, expected.height)];
    const shown = new ImageData(width, height);
    let [clear, sum] = [0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let [most, tone] = [0, 0];
        for (let c = 0; c < 3; c++) {
          const value = expected.data[4 * (y * expected.width + x) + c] ?? 0;
          const off = Math.abs((got.data[4 * (y * got.width + x) + c] ?? 0) - value);
          [most, sum, tone] = [Math.max(most, off), sum + off, tone + value / 3];
        }
        if (most > clearly) clear++;
        shown.data.set(most > clearly ? [210, 0, 0, 255] : [tone, tone, tone, 70], 4 * (y * width + x));
      }
    }
    const sizes = [got, expected].map((p) => [p.width, p.height]);
    return { clear, mean: sum / (3 * width * height), sizes, difference: png(shown) };
  };
  Object.assign(globalThis, { pictures: { reduce, compare } });
}

/**
 * A page to compare pictures in.
 * @param {Pick<import('puppeteer-core').Browser, 'newPage'>} browser
 * @returns {Promise<Comparer>}
 */
export async function openComparer(browser) {
  const page = await browser.newPage();
  await page.evaluate(install, SQUARE);
  const ask = (/** @type {string} */ call, /** @type {unknown[]} */ ...words) =>
    page.evaluate(`pictures.${call}(...${JSON.stringify(words)})`);
  const text = (/** @type {Buffer} */ png) => png.toString('base64');
  return {
    reduce: async (png) => Buffer.from(/** @type {string} */ (await ask('reduce', text(png))), 'base64'),
    compare: async (got, expected) => {
      const { clear, mean, sizes, difference } =
        /** @type {{ clear: number, mean: number, sizes: [number[], number[]], difference: string }} */ (
          await ask('compare', text(got), text(expected), CLEARLY)
        );
      const [is, was] = sizes;
      const far = is.some((length, i) => Math.abs(length - (was[i] ?? 0)) * SQUARE > SIZE);
      const times = (/** @type {number[]} */ lengths) => lengths.map((length) => length * SQUARE).join(' x ');
      return {
        clear,
        mean,
        size: far ? `${times(is)} instead of ${times(was)} pixels` : '',
        difference: Buffer.from(difference, 'base64'),
      };
    },
  };
}

/**
 * What is wrong with a comparison; empty where nothing is.
 * @param {Comparison} comparison
 */
export function verdict({ clear, mean, size }) {
  if (size) return size;
  if (clear > allowed.clear) return `${clear} pixels clearly differ, ${allowed.clear} may`;
  return mean > allowed.mean ? `colours differ by ${mean.toFixed(2)} of 255 on average, ${allowed.mean} may` : '';
}
