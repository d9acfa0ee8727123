/** A landscape that can be turned. */
import { css } from 'lit';

export const surfaces = css`
  .surface {
    display: block;
    /* Sideways it turns; up and down the page scrolls, as everywhere. */
    touch-action: pan-y;
    cursor: grab;
    border-radius: 4px;
    /* Tells the painter that the theme has changed; nothing in a canvas is written in this colour. */
    color: var(--gd-ink);
    transition: color 1ms;
  }
  .surface-room {
    position: relative;
  }
  .surface-hands {
    position: absolute;
    inset: 0;
    pointer-events: none;
    user-select: none;
    -webkit-user-select: none;
  }
  .surface:active {
    cursor: grabbing;
  }
  .surface:focus-visible {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  .asked {
    padding: 10px 0;
  }
  .panels > .asked:first-child {
    margin: -12px 0 12px;
    border-bottom: 1px solid var(--gd-rule);
  }
  .panels > * + .asked {
    margin-top: 12px;
    border-top: 1px solid var(--gd-rule);
  }
  .asked p {
    margin: 0;
    align-items: center;
    min-height: 34px;
  }
  .asked .predict .question .mark {
    align-self: center;
    margin: 0;
  }
  .asked .pill {
    margin-left: auto;
  }
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
