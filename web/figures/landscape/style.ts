/** The instruments' tabs, numbers in a row, small coasts. */
import { css } from 'lit';

export const styles = css`
  .landscape .plot .tabs {
    gap: 0 20px;
    margin-bottom: 8px;
  }
  .landscape .panels {
    padding: 6px 0;
  }
  .landscape .asked {
    padding: 2px 0;
  }
  .says {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(104px, auto));
    gap: 2px 16px;
    margin: 0 0 8px;
  }
  .says dt {
    color: var(--gd-ink2);
    font-size: 13px;
  }
  .says dd {
    margin: 0;
    font-size: 17px;
    font-weight: 600;
  }
  .says.ways {
    grid-template-columns: repeat(4, auto);
  }
  .says .stroke {
    display: inline-block;
    margin-right: 4px;
    vertical-align: middle;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
    min-height: 34px;
  }
  .row {
    cursor: pointer;
    outline: none;
  }
  .row .gd-press {
    stroke-width: 2px;
  }
  .row:focus-visible :is(.gd-press, .gd-row-chosen) {
    stroke: var(--gd-parameter);
    stroke-width: 2px;
  }
  .coasts {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 10px;
    margin-bottom: 8px;
    min-height: 118px;
  }
  .coasts figure {
    margin: 0;
  }
  .coasts figcaption {
    font-size: 13px;
  }
  .thumb-land {
    fill: var(--gd-ink);
  }
  .thumb-sea {
    fill: var(--gd-card);
    stroke: var(--gd-ink);
    stroke-width: 0.9px;
  }
  .running {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    color: var(--gd-ink2);
  }
  .running progress {
    width: 90px;
    accent-color: var(--gd-ink);
  }
  .handle.upward {
    cursor: ns-resize;
  }
  @container (max-width: 470px) {
    .coasts {
      min-height: 84px;
      gap: 6px;
    }
  }
`;
