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
  .beside.steps {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
  }
  .beside.even {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  @container (max-width: 470px) {
    .beside,
    .beside.steps,
    .beside.even {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    margin-bottom: 12px;
    border-bottom: 1px solid var(--gd-rule);
  }
  .tab {
    min-height: 34px;
    margin-bottom: -1px;
    border-bottom: 2px solid transparent;
    color: var(--gd-ink2);
  }
  .tab:hover {
    color: var(--gd-ink);
  }
  .tab[aria-selected='true'] {
    border-color: var(--gd-ink);
    color: var(--gd-ink);
    font-weight: 600;
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
    overflow: auto hidden;
    scrollbar-width: thin;
  }
  .equation {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 4px;
    margin: 0 0 6px;
  }
  .arithmetic > .quiet {
    margin-bottom: 6px;
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
  .number-tables {
    padding: 12px 0 2px;
  }
  .number-table + .number-table {
    margin-top: 16px;
  }
  .number-table caption {
    padding-bottom: 2px;
    text-align: left;
    font-weight: 600;
  }
  .number-table thead th {
    white-space: normal;
    vertical-align: bottom;
  }
  .number-table p {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    margin: 6px 0 0;
    font-size: 14px;
    color: var(--gd-ink2);
  }
  .sideways {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .refused {
    display: block;
    flex-basis: 100%;
    font-size: 14px;
  }
  .refused textarea {
    display: block;
    width: 100%;
    font-size: 13px;
  }
  .caption {
    margin: 0;
    padding: 12px 0 2px;
    color: var(--gd-ink2);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 16px;
    padding: 2px 0 10px;
    border: 0 !important;
    font-size: 14px;
  }
  .notice {
    padding: 8px 0;
    color: var(--gd-ink);
  }
  .notice p {
    margin: 0 0 4px;
  }
  .stillness {
    margin: 0;
    padding: 8px 0;
    font-size: 14px;
    color: var(--gd-ink2);
  }
  .sign-of {
    display: inline-block;
    flex: none;
    vertical-align: -4px;
  }
`;
