/** Curves that can be picked, the dial and the lines below the map, chips, terms, and what waits behind "more". */
import { css } from 'lit';

export const styles = css`
  .racer {
    cursor: pointer;
  }
  .racer .reach {
    stroke: none;
    stroke-width: 14px;
    fill: none;
    pointer-events: stroke;
  }
  .racer.dim {
    opacity: 0.3;
  }
  .racer:focus-visible {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 1px;
  }
  .past {
    pointer-events: none;
  }
  .track-of {
    display: block;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .momentum-dial .handle .hint {
    fill: var(--gd-ink2);
  }
  /* The triangle lies below its dial, so that a thumb covers neither. */
  .value-at-hand {
    paint-order: stroke;
    stroke: var(--gd-card);
    stroke-width: 4px;
  }
  .panels {
    padding: 6px 0 8px;
  }
  .tabs {
    margin-bottom: 8px;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin: 0;
    color: var(--gd-ink2);
  }
  .asked {
    padding: 4px 0;
  }
  .asked:empty {
    display: none;
  }
`;
