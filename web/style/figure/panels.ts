/** Loss curve, arithmetic, tables, caption, notices. */
import { css } from 'lit';

export const panels = css`
  .panels {
    padding: 12px 0;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 12px 22px;
    align-items: start;
  }
  @container (max-width: 470px) {
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .loss-curve {
    position: relative;
  }
  .loss-curve .toggle {
    position: absolute;
    top: -8px;
    right: 0;
  }
  .arithmetic {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .equation {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 4px;
    margin: 0 0 6px;
  }
  .group {
    flex: none;
    display: inline-flex;
    align-items: end;
    gap: 2px;
  }
  .quantity {
    flex: none;
    display: inline-flex;
    flex-direction: column;
    white-space: nowrap;
  }
  .stack {
    display: grid;
    gap: 12px;
  }
  .quantity small {
    max-width: 4.3em;
    white-space: normal;
    overflow-wrap: normal;
    line-height: 1.15;
    font-size: 12.5px;
    color: var(--gd-ink2);
  }
  .quantity b {
    font-weight: 600;
    font-size: 18px;
  }
  .sign {
    font-size: 17px;
    color: var(--gd-ink2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  th,
  td {
    text-align: right;
    padding: 2.5px 6px;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child {
    text-align: left;
  }
  thead th {
    color: var(--gd-ink2);
    font-weight: 600;
    border-bottom: 1px solid var(--gd-rule);
  }
  tbody tr + tr > * {
    border-top: 1px solid color-mix(in srgb, var(--gd-rule) 60%, transparent);
  }
  tr.ahead {
    color: var(--gd-ink2);
  }
  tr.now > * {
    font-weight: 600;
    background: color-mix(in srgb, var(--gd-parameter) 11%, transparent);
  }
  .sample {
    display: inline-block;
    vertical-align: middle;
    margin-right: 4px;
  }
  .quotients td b {
    font-weight: 600;
  }
  .steps-table .link {
    font-size: 13px;
    margin-top: 4px;
  }
  .caption {
    margin: 0;
    padding: 12px 0 2px;
    color: var(--gd-ink2);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding: 2px 0 10px;
    border: 0 !important;
    font-size: 14px;
  }
  .notice {
    padding: 8px 0;
    color: var(--gd-gradient);
  }
  .notice p {
    margin: 0 0 4px;
  }
`;
