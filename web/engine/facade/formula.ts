import type { FormulaCalls, ParsedFormula } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, type Native } from './ask.ts';

export interface NativeFormula {
  parseFormula(text: unknown): Native<ParsedFormula>;
}

const empty = (): Omit<ParsedFormula, 'error'> => ({ dimension: 0, variables: [], tex: '', gradientTex: [] });

export const formulaCalls = (native: NativeFormula): FormulaCalls => ({
  parseFormula: (text) => ask(() => native.parseFormula(snapshot(text)), empty),
});
