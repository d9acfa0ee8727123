/** The task: one neuron alone, its coast laid by hand, as good as descent's own. */
import type { Goal } from '../figure';
import type { settings } from './choices';
import type { Neurons, Seen } from './seen';
import { judgedNow } from './now';

/** One neuron on the figure's own moons, still where the hand has left it. */
const begun = ({ settings: s, model }: Seen): boolean =>
  s.data === 'moons' && model.net.hidden === 0 && s.weights.length > 0 && s.unseen === 0;

export const byHand: Goal<typeof settings, Neurons> = {
  done: (v) => begun(v) && v.time === 0 && judgedNow(v).right >= v.model.straightBest(),
  status: (v) => {
    if (v.settings.data !== 'moons' || v.model.net.hidden > 0) return 'choose the moons and no hidden neuron first';
    if (!begun(v)) return 'nothing laid by hand yet';
    const { right } = judgedNow(v);
    const { count } = v.model.examples;
    const best = v.model.straightBest();
    if (v.time > 0) return 'descent has moved it; go back to the start and lay it yourself';
    if (right < best) return `${right} of ${count} on the right shore; descent’s own straight coast gets ${best}`;
    return `${right} of ${count}, and descent’s own straight coast gets ${best}: the moons reach into each other, and no straight coast parts them all`;
  },
};
