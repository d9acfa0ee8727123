/** One valley, a rate axis to take hold of, and tabs beside what they open. */
import { css } from 'lit';

export const styles = css`
  .keyed,
  .keyed .grip {
    pointer-events: none;
  }
  .hands .grip {
    display: block;
    cursor: grab;
    touch-action: none;
  }
  .hands .grip:active {
    cursor: grabbing;
  }
  .hands .along {
    cursor: ew-resize;
  }
  .text-button {
    cursor: pointer;
    outline: none;
  }
  .text-button:focus-visible .gd-press {
    stroke: var(--gd-parameter);
    stroke-width: 2px;
  }
  .rate-panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 18px;
    align-items: start;
  }
  .learning-rate .panels {
    padding: 6px 0 4px;
  }
  .rate-panels .tabs {
    grid-column: 2;
    grid-row: 1;
    flex-direction: column;
    margin: 0;
    border: 0;
    padding-left: 14px;
    border-left: 1px solid var(--gd-rule);
  }
  .rate-panels .tab {
    min-height: 24px;
    margin: 0;
    border: 0;
    text-align: left;
    font-size: 14px;
  }
  .rate-panels .tab-panel {
    grid-column: 1;
    grid-row: 1;
    min-width: 0;
  }
  .told {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(8em, 13em);
    justify-content: space-between;
    align-content: center;
    align-items: center;
    gap: 0 14px;
    min-height: 72px;
  }
  .told .equation {
    margin: 0;
    flex-wrap: nowrap;
  }
  .told :is(.quantity b, .sign) {
    font-size: 17px;
  }
  .keeps {
    margin: 0;
    line-height: 1.25;
    font-size: 14px;
    color: var(--gd-ink2);
  }
  .keeps b {
    color: var(--gd-ink);
  }
  .rate-more {
    display: grid;
    gap: 8px;
  }
  .ground {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
  }
  .rate-more .slider {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 14px;
  }
  .rate-more .pill,
  .rate-more .segments span {
    min-height: 28px;
    padding: 2px 9px;
    font-size: 13.5px;
  }
  .learning-rate .stage > .asked {
    min-height: 0;
    padding: 3px 0;
  }
  .wager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    margin: 0;
    min-height: 32px;
    flex: 1;
  }
  .wager :is(.pill, .link) {
    margin-left: auto;
  }
  @container (max-width: 470px) {
    .rate-panels {
      grid-template-columns: minmax(0, 1fr);
    }
    .rate-panels .tabs {
      grid-column: 1;
      grid-row: auto;
      flex-direction: row;
      padding: 0;
      border: 0;
      margin-bottom: 6px;
    }
    .rate-panels .tab-panel {
      grid-row: auto;
    }
    .told {
      grid-template-columns: minmax(0, 1fr);
      gap: 6px;
      min-height: 0;
    }
  }
`;
