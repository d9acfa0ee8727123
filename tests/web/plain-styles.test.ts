/** What is taken out of the style sheets within scripts, and what is not. */
import { expect, test } from 'vitest';

import { plain, plainStyles } from '../../web/build/plain-styles';

test('comments and spaces go; those that mean something stay', () => {
  expect(
    plain(`
  /* Why. */
  :host([hidden]) .a > .b, .c .d:not(.e) {
    margin: 0 -1px calc(1px + 2 * (3px - 1em));
    color: color-mix(in srgb, red, blue);
  }
  @media (min-width: 10px) and (max-width: 20px) {
    .f { font: 500 1rem/1.4 var(--gd-sans, system-ui); }
  }
`),
  ).toBe(
    ':host([hidden]) .a > .b,.c .d:not(.e){margin:0 -1px calc(1px + 2 * (3px - 1em));color:color-mix(in srgb,red,blue)}' +
      '@media (min-width:10px) and (max-width:20px){.f{font:500 1rem/1.4 var(--gd-sans,system-ui)}}',
  );
});

test('only sheets are touched that nothing is put into, and only ours', () => {
  const { transform } = plainStyles() as unknown as {
    transform: (code: string, id: string) => { code: string } | null;
  };
  const sheet = 'css`\n  a {\n    b: c;\n  }\n`';
  expect(transform(sheet, '/x/web/style/a.ts')?.code).toBe('css`a{b:c}`');
  expect(transform('css`a { b: ${c} }` + html`<p> </p>`', '/x/web/style/a.ts')?.code).toContain('css`a { b: ${c} }`');
  expect(transform(sheet, '/x/node_modules/a.js')).toBeNull();
});
