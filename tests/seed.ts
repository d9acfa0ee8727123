/** Property tests try the same inputs in every run, so that a red run means a change; other seeds are asked for. */
import fc from 'fast-check';

const asked = process.env.DOWNHILL_SEED;

// Without a seed of its own, each property chooses one, and a failure names it.
if (asked !== 'random') fc.configureGlobal({ seed: asked ? Number(asked) : 2023 });
