/** The figures as one script: including it, once or more, makes `<gd-figure>` and `<gd-task>` work. */
import { defineElements } from './figures/element';

defineElements();
