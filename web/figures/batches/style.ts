/** The deck's words, and panels as tall as the column has room for. */
import { css } from 'lit';

export const styles = css`
  .text-button {
    cursor: pointer;
    outline: none;
  }
  .text-button:focus-visible .gd-press {
    stroke: var(--gd-parameter);
    stroke-width: 2px;
  }
  .batches .panels {
    padding: 4px 0;
  }
  .batches .tabs {
    margin-bottom: 8px;
    gap: 0 18px;
  }
  .batches .asked {
    padding: 2px 0;
  }
  .batches .asked .predict {
    flex: 1;
  }
  .batches .tab-panel {
    min-height: 164px;
  }
  .asked-beside {
    display: flex;
    gap: 16px;
  }
  .clock-thin {
    stroke-width: 1.75px;
  }
  .spread-dot {
    stroke: var(--gd-gradient);
  }
  .clocks {
    display: grid;
    gap: 2px;
  }
  .racers-named {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin: 0;
    font-size: 14px;
  }
  .batches .equation small {
    max-width: none;
    white-space: nowrap;
  }
  .batches .equation {
    margin: 4px 0 0;
  }
  .batches .equation .drawn {
    margin-left: auto;
    display: inline-flex;
    align-items: end;
    gap: 8px;
  }
  .more-of-batches {
    display: grid;
    gap: 12px;
  }
  .more-of-batches .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 20px;
    align-items: center;
  }
`;
