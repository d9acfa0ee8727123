/** Updates per second of a run with its full trace, against the same loop in plain JavaScript. */
/** @type {typeof import('../../web/engine/engine.d.ts')} */
const { loadEngine } = await import(new URL('../../dist/engine.mjs', import.meta.url).href);

const UPDATES = 20_000;
const ROUNDS = 15;
const WARM_UP = 5;
/**
 * How long one measurement takes at least, in seconds: several calls, so that each carries its share of collecting
 * what they leave behind. One call alone now and then pays for all of them, and a median would forget that.
 */
const LEAST = 0.05;

/**
 * What a careful page without an engine would write: x^2 + 5, the same stops, the same columns.
 * @param {number} rate
 * @param {number} start
 */
function descendInJavaScript(rate, start) {
  /** @type {Record<string, number[]>} */
  const trace = {};
  /** @param {string} name @returns {number[]} */
  const column = (name) => (trace[name] = []);
  const [steps, losses, norms, rates] = [column('step'), column('loss'), column('gradientNorm'), column('rate')];
  const [values, slopes, hessians] = [column('valueCount'), column('gradientCount'), column('hessianCount')];
  const [parameters, gradients] = [column('parameters'), column('gradients')];
  let x = start;
  for (let step = 0; ; step += 1) {
    const loss = x * x + 5;
    const gradient = 2 * x;
    const norm = Math.abs(gradient);
    if (!(Math.abs(loss) <= 1e12) || !(Math.abs(x) <= 1e12) || !Number.isFinite(norm)) break;
    steps.push(step);
    losses.push(loss);
    norms.push(norm);
    rates.push(rate);
    values.push(step + 1);
    slopes.push(step + 1);
    hessians.push(0);
    parameters.push(x);
    gradients.push(gradient);
    if (norm <= 0 || step >= UPDATES) break;
    const next = x - rate * gradient;
    if (next === x) break;
    x = next;
  }
  return Object.fromEntries(Object.entries(trace).map(([name, numbers]) => [name, Float64Array.from(numbers)]));
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/** Seconds of processor time so far: other work on the machine takes wall time, but not this. */
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/**
 * Seconds per call, measured many times. All take turns, so that whatever else the machine does slows them alike.
 * @param {(() => unknown)[]} works
 */
function takeTurns(works) {
  const times = works.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    works.forEach((work, k) => {
      const begin = now();
      let calls = 0;
      while (calls === 0 || now() - begin < LEAST) {
        work();
        calls += 1;
      }
      if (round >= WARM_UP) times[k]?.push((now() - begin) / calls);
    });
  }
  return times;
}

/** @returns {Promise<{ name: string, value: number, unit: string, bar?: number }[]>} */
export async function bench() {
  const engine = await loadEngine();
  const rate = 0.0001; // slow enough to use every update
  const options = {
    objective: { name: 'parabola' },
    optimizer: { name: 'gradient_descent', learningRate: rate },
    start: [3],
    stepLimit: UPDATES,
    tolerance: 0,
  };
  const inEngine = () => {
    const run = engine.createRun(options);
    run.advance(UPDATES);
    const trace = run.trace();
    run.dispose();
    return trace;
  };
  const [ours = [], theirs = []] = takeTurns([inEngine, () => descendInJavaScript(rate, 3)]);
  return [
    { name: 'run with full trace, one weight', value: UPDATES / median(ours) / 1e6, unit: 'million updates/s' },
    { name: 'the same loop in JavaScript', value: UPDATES / median(theirs) / 1e6, unit: 'million updates/s' },
    {
      name: 'ratio',
      value: median(ours.map((seconds, round) => (theirs[round] ?? NaN) / seconds)),
      unit: 'x',
      bar: 1.5,
    },
  ];
}
