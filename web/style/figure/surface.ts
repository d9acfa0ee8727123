/** A landscape that can be turned. For figures that have one. */
import { css } from 'lit';

export const surfaceStyles = css`
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
`;
