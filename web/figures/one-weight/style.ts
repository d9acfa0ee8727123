/** The valley's own marks, and the arithmetic with its hole. */
import { css } from 'lit';

export const styles = css`
  .past-dots {
    fill: none;
    stroke: var(--gd-loss);
    stroke-width: 5px;
    stroke-linecap: round;
  }
  .loss-so-far {
    display: block;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .wedge {
    fill: var(--gd-ink);
    fill-opacity: 0.05;
    stroke: none;
  }
  .one-weight .panels {
    padding: 4px 0;
  }
  .one-weight .tabs {
    margin-bottom: 8px;
  }
  .one-weight .asked {
    padding: 4px 0;
  }
  .one-weight .asked .predict {
    flex: 1;
  }
  .handle.under .grip {
    cy: 11px;
  }
  .this-step {
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
  }
  .sums {
    min-height: 92px;
    display: grid;
    gap: 4px;
    align-content: start;
  }
  .step-told {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr);
    align-items: end;
    line-height: 1.2;
  }
  .step-told > .quiet {
    font-size: 13px;
    padding-bottom: 4px;
  }
  .step-told .equation {
    margin: 0;
    min-height: 42px;
  }
  .many-digits .quantity b {
    font-size: 14px;
  }
  .hole b {
    min-width: 62px;
    border-bottom: 2px dotted var(--gd-guess);
  }
  .ticks {
    display: grid;
    gap: 8px;
  }
  .ticks p {
    display: flex;
    gap: 8px;
    margin: 0;
    align-items: baseline;
    line-height: 1.25;
  }
  .ticks small {
    font-size: 13px;
    color: var(--gd-ink2);
  }
  .others {
    display: grid;
    gap: 14px;
    min-height: 92px;
    align-content: start;
  }
  .one-weight .presets {
    align-items: center;
  }
  @container (max-width: 470px) {
    .this-step {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
