/** The table of runs, and the dials that open in it. */
import { css } from 'lit';

export const tableStyles = css`
  .run-table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    font-size: 15px;
  }
  .run-table :is(th, td) {
    padding: 0 4px;
    height: 25px;
    text-align: right;
    font-weight: 400;
    border-bottom: 1px solid var(--gd-rule);
  }
  .run-table thead th {
    height: 24px;
    color: var(--gd-ink2);
    font-size: 14px;
  }
  .run-table :is(th:first-child, .wide, .told) {
    text-align: left;
    white-space: nowrap;
  }
  .run-table .told {
    text-align: right;
    color: var(--gd-ink2);
    white-space: normal;
  }
  .run-table .told.out {
    color: var(--gd-gradient);
  }
  .run-table tbody tr {
    cursor: pointer;
  }
  .run-table .now :is(th, td) {
    font-weight: 600;
    background: color-mix(in srgb, var(--gd-parameter) 9%, transparent);
  }
  .cell {
    text-align: inherit;
    min-height: 24px;
    text-decoration: underline dotted 1px var(--gd-ink2);
    text-underline-offset: 4px;
  }
  .cell[aria-expanded='true'] {
    text-decoration-style: solid;
  }
  .below {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
    margin: 2px 0 0;
    min-height: 26px;
  }
  .drawer {
    padding: 6px 8px 4px;
    background: var(--gd-paper);
    border: 1px solid var(--gd-rule);
    border-top: 0;
  }
  .drawer-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
  }
  .drawer-row .pill {
    margin-left: auto;
    min-height: 28px;
    padding: 1px 12px;
  }
  .dials {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 0 20px;
  }
  .dials .hyperparameters {
    display: contents;
  }
  .dials .link {
    justify-self: start;
  }
`;
