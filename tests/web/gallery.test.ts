import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

import { entries } from '../../web/gallery/entries';

const parts = readdirSync(fileURLToPath(new URL('../../web/parts', import.meta.url))).filter((f) => f.endsWith('.ts'));

test('the gallery has an entry for every part, and for nothing that is gone', () => {
  expect(entries.flatMap((entry) => entry.files).sort()).toEqual(parts.sort());
});

test('every entry of the gallery shows at least one state', () => {
  expect(entries.filter((entry) => entry.states.length === 0)).toEqual([]);
});
