/** The graph's own marks, the loupe, the table of slopes. */
import { css } from 'lit';

export const styles = css`
  .backprop .panels {
    padding: 4px 0 6px;
  }
  .backprop .tabs {
    margin-bottom: 6px;
  }
  .backprop .asked .predict {
    flex: 1;
  }
  .box {
    cursor: pointer;
    outline: none;
  }
  .box:hover > rect:not(.gd-press) {
    stroke-width: 2.5px;
  }
  .box:focus-visible .gd-press {
    stroke: var(--gd-ink);
    stroke-width: 2px;
  }
  .turned {
    cursor: ns-resize;
  }
  .dashed {
    stroke-dasharray: 6 4;
  }
  .flat {
    stroke: none;
  }
  .loupe {
    display: grid;
    grid-template-columns: 190px minmax(0, 1fr);
    gap: 14px;
    align-items: start;
    min-height: 94px;
  }
  .loupe.wide {
    grid-template-columns: minmax(0, 1fr);
  }
  .loupe p {
    margin: 0;
    line-height: 1.3;
  }
  .loupe svg {
    overflow: hidden;
  }
  .loupe .turn {
    font-size: 13px;
  }
  .loupe .equation {
    margin: 1px 0 2px;
  }
  .loupe .quiet {
    font-size: 14px;
  }
  .loupe .quantity b,
  .account .quantity b {
    font-size: 16px;
  }
  .loupe .quantity small,
  .account .quantity small {
    max-width: none;
    white-space: nowrap;
  }
  .products {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
    gap: 0 18px;
  }
  .backprop .others {
    display: grid;
    gap: 14px;
    min-height: 92px;
    align-content: start;
  }
  .backprop .presets {
    align-items: center;
  }
  .products .quantity small {
    font-size: 12px;
    line-height: 1;
  }
  .products .quantity b {
    font-size: 14px;
    line-height: 1.2;
  }
  .slopes {
    table-layout: fixed;
    font-size: 13.5px;
  }
  .slopes :is(th, td) {
    padding: 1px 3px;
    overflow: hidden;
  }
  .slopes .ringed {
    overflow: visible;
  }
  .slopes tr > :first-child {
    width: 74px;
  }
  .slopes sub {
    font-size: 0.75em;
  }
  .slopes .short {
    outline: 2px solid var(--gd-loss);
    outline-offset: 1px;
    border-radius: 6px;
  }
  .tally {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin: 6px 0 0;
    font-size: 14px;
  }
  .gd-stroke {
    fill: none;
    stroke: var(--gd-ink);
    stroke-width: 1.5px;
  }
  .gd-stroke.back {
    stroke: var(--gd-gradient);
  }
  .account {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    min-height: 44px;
  }
  .account .equation {
    margin: 0;
  }
  .not-yet {
    border: 1.5px dashed var(--gd-gradient);
    border-radius: 9px;
    padding: 0 7px;
    font-size: 13px !important;
    font-weight: 400 !important;
  }
  .race .told {
    margin: 2px 0 6px;
  }
  .gd-sheet.blank {
    fill-opacity: 0.5;
  }
  @container (max-width: 470px) {
    .loupe {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
