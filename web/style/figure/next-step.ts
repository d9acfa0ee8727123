/** The arithmetic of two dials, one below the other. For figures that have it. */
import { css } from 'lit';

export const twoDialStyles = css`
  .equation.centred {
    justify-content: center;
    align-self: center;
  }
  .of-dial {
    display: flex;
    gap: 10px;
    /* Should the sentence take two lines, its dial is named at the first. */
    align-items: start;
  }
  .of-dial :is(.quantity b, .sign) {
    font-size: 16px;
  }
  .dial-name {
    min-width: 1.2em;
    padding-top: 15px;
    color: var(--gd-ink2);
    font-weight: 600;
  }
`;
