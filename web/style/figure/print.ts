/** On paper the static picture stands in the place of the live one. */
import { css } from 'lit';

export const printed = css`
  @media print {
    .live,
    .stillness,
    .notice {
      display: none;
    }
    .only-print {
      display: block;
    }
  }
`;
