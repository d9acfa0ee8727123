/** What can be grabbed. */
import { css } from 'lit';

export const hands = css`
  .handle {
    /* Chromium heeds touch-action on nothing that is inline, as parts of a picture are at first. */
    display: block;
    cursor: grab;
    touch-action: none;
    outline: none;
  }
  .handle:active {
    cursor: grabbing;
  }
  .grip {
    fill: transparent;
    stroke: none;
    pointer-events: all;
  }
  .handle:hover .gd-halo {
    opacity: 0.32;
  }
  .hint {
    pointer-events: none;
  }
  .scrub {
    cursor: ew-resize;
  }
  .handle:hover .gd-scrub-sign,
  .handle:hover .gd-scrub-line {
    stroke: var(--gd-ink);
  }
  .panel {
    cursor: pointer;
  }
  .gd-press {
    pointer-events: all;
  }
  .loss-curve svg {
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .numbers {
    pointer-events: none;
  }
  .knob {
    cursor: grab;
    touch-action: none;
    overflow: visible;
  }
  .knob:active {
    cursor: grabbing;
  }
  .loss-map svg {
    user-select: none;
    -webkit-user-select: none;
  }
`;
