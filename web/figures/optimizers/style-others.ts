/** Chips, terms, and what waits behind "more": the style of what comes late. */
import { css } from 'lit';

export const styles = css`
  .hollow {
    fill: var(--gd-card);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chips .pill {
    padding: 4px 11px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .chip .sign-of {
    vertical-align: 0;
  }
  .chip[aria-pressed='true'] {
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  .chip[aria-disabled='true'] {
    opacity: 1;
  }
  .counting {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 4px 16px;
    margin-top: 8px;
  }
  .counting .told {
    margin: 0;
    line-height: 1.3;
  }
  .choices-guessed p {
    margin: 0 0 3px;
  }
  .choices-guessed .link {
    font-size: 13px;
  }
  .supposing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
    font-size: 14px;
  }
  .supposing select {
    max-width: 130px;
    min-height: 30px;
    font-size: 14px;
  }
  .field {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .field legend {
    color: var(--gd-ink2);
    padding: 0;
  }
  .field-names {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
    gap: 0 12px;
  }
  .field-names .toggle {
    font-size: 14px;
    white-space: nowrap;
    color: var(--gd-ink);
    min-height: 25px;
  }
  .inspector {
    display: grid;
    gap: 6px;
  }
  .inspected {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 4px 16px;
  }
  .inspected h3 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
  }
  .inspected h3 .quiet {
    font-size: 13px;
    font-weight: 400;
  }
  .inspected .segments span {
    min-height: 28px;
    padding: 2px 12px;
  }
  .terms {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .terms table {
    font-size: 13px;
  }
  .terms :is(th, td) {
    padding: 0 6px 0 0;
    line-height: 19px;
    text-align: left;
  }
  .terms tbody tr + tr > * {
    border: 0;
  }
  .terms th {
    color: var(--gd-ink2);
    width: 1%;
  }
  .terms i {
    font-style: normal;
    color: var(--gd-ink2);
    padding: 0 2px;
  }
  .terms b {
    font-weight: 600;
  }
  .reports {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 16px;
    margin-bottom: 4px;
  }
  .reports-names {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    margin-right: auto;
  }
  .report-name {
    min-height: 26px;
    color: var(--gd-ink2);
    font-size: 14px;
  }
  .report-name[aria-pressed='true'] {
    color: var(--gd-ink);
    font-weight: 600;
  }
  .reports .segmented > span {
    display: none;
  }
  .reports .segments span {
    min-height: 26px;
    padding: 1px 10px;
    font-size: 14px;
  }
  .ground {
    display: grid;
    gap: 8px;
  }
  .ground .segmented > span {
    display: none;
  }
  .ground .segments {
    gap: 4px;
  }
  .ground .segments span,
  .ground .pill {
    min-height: 28px;
    padding: 2px 10px;
    font-size: 14px;
  }
  .dials {
    display: grid;
    gap: 4px;
  }
  .dials .slider-name {
    font-size: 13px;
  }
  .dials .slider-value {
    font-size: 14px;
  }
  .dials .hyperparameters {
    grid-template-columns: repeat(auto-fill, minmax(165px, 1fr));
    gap: 0 22px;
  }
`;
