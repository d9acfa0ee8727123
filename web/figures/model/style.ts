/** Dials, tally and the reader’s own data. */
import { css } from 'lit';

export const styles = css`
  /* While one dial is turned by hand there is no time: the bar arrives with the second dial. */
  .model .stage:has(.one-dial) > .time-bar {
    display: none;
  }
  .model .asked {
    padding: 4px 0;
  }
  .model .asked .predict {
    flex: 1;
  }
  .handle.under .grip {
    cy: 11px;
  }
  .tally {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: 2px 20px;
    padding-top: 6px;
    border-top: 1px solid var(--gd-rule);
  }
  .tally .equation {
    margin: 0;
  }
  .tally .quantity small {
    max-width: none;
  }
  .tally b {
    color: var(--gd-ink);
    font-variant-numeric: tabular-nums;
  }
  .tally .idea-loss b {
    color: var(--gd-loss);
  }
  .remark {
    padding: 6px 0;
  }
  .grips {
    display: block;
    stroke: transparent;
    stroke-width: 40px;
    stroke-linecap: round;
    fill: none;
    display: block;
    pointer-events: stroke;
    touch-action: none;
    cursor: grab;
  }
  .grips:active {
    cursor: grabbing;
  }
  .point.resting .gd-chosen {
    opacity: 0;
  }
  .point.resting .grip {
    pointer-events: none;
  }
  .point.resting:focus-visible .gd-chosen {
    opacity: 1;
  }
  .leaving .gd-chosen {
    stroke-dasharray: 2 3;
  }
  .model .panels {
    padding: 4px 0;
  }
  .model .tabs {
    margin-bottom: 8px;
  }
`;
