/** What stands below the picture, one at a time: the chosen neuron's sum, the learning, the points, the network. */
import type { TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { learningPanel } from './learning';
import { neuronPanel } from './sum';
import type { Seen } from './seen';

export const panels = (v: Seen): TemplateResult =>
  tabs({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: [
      { name: 'neuron', label: 'one neuron', content: () => neuronPanel(v) },
      { name: 'learning', label: 'learning', content: () => learningPanel(v) },
    ],
  });
