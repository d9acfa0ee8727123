/** The stage of tests that are about several figures: all that any of them can show is there from the start. */
import { contents as below, turnable as block } from '../../../web/figures/gradient/below';
import { contents as handwritten } from '../../../web/figures/digits/panels';
import { others as rates } from '../../../web/figures/learning-rate/panels';
import { contents, reports } from '../../../web/figures/model/coming';
import { contents as network } from '../../../web/figures/neuron/panels';
import { others } from '../../../web/figures/optimizers';
import { tracing } from '../../../web/figures/traced';
import { ashore, onPaper, preparing, taking, turning } from '../../../web/figures/playground';
import { contents as reading } from '../../../web/figures/surprise/panels';
import { contents as landscapes, owned, turnable } from '../../../web/figures/terrain';
import { bring } from './bare-stage';

export { nonsense, realEngine, Stage, written } from './bare-stage';

await bring(
  below,
  block,
  contents,
  reports,
  handwritten,
  network,
  others,
  rates,
  reading,
  ashore,
  onPaper,
  preparing,
  taking,
  turning,
  landscapes,
  owned,
  turnable,
  tracing,
);
