/** Formula, table of runs, dials, tags, and what is taken along. */
import { css } from 'lit';

export const styles = css`
  .formula-row {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
  }
  .formula-row > label:first-child {
    flex: none;
    font-weight: 600;
    line-height: 24px;
  }
  .formula-row input {
    flex: 1;
    min-width: 0;
    min-height: 34px;
    padding: 3px 9px;
    color: var(--gd-ink);
    background: var(--gd-paper);
    border: 1px solid var(--gd-rule);
    border-radius: 4px;
  }
  .formula-row input,
  .slopes code,
  .program {
    font:
      14px/1.45 ui-monospace,
      'DejaVu Sans Mono',
      Menlo,
      Consolas,
      monospace;
  }
  .formula-row input[aria-invalid='true'] {
    border-color: var(--gd-gradient);
  }
  .formula-row input[readonly] {
    background: none;
    border-color: transparent;
  }
  .formula-row select,
  .drawer select,
  .goal-line select {
    min-height: 32px;
    max-width: 150px;
    padding: 2px 4px;
    color: var(--gd-ink);
    font: inherit;
    font-size: 14px;
    background: var(--gd-card);
    border: 1px solid var(--gd-rule);
    border-radius: 4px;
  }
  .formula-row .begin {
    flex: none;
    width: 76px;
  }
  .network-row {
    flex-wrap: wrap;
    gap: 2px 10px;
  }
  .network-row .begin {
    margin-left: auto;
  }
  .listed {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    color: var(--gd-ink2);
    font-size: 14px;
  }
  .slopes {
    display: flex;
    gap: 2px 18px;
    min-height: 24px;
    font-size: 14px;
    line-height: 24px;
    overflow: hidden;
    white-space: nowrap;
  }
  .slopes > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--gd-ink2);
  }
  .slopes b {
    margin-left: 6px;
    font-weight: 400;
    text-decoration: underline dashed 1px;
    text-underline-offset: 4px;
  }
  .slopes.problem {
    flex-wrap: wrap;
    white-space: normal;
    color: var(--gd-gradient);
  }
  .slopes.problem span {
    color: inherit;
    white-space: normal;
  }
  .slopes code {
    white-space: pre-wrap;
    color: var(--gd-ink2);
  }
  .slopes mark {
    color: var(--gd-gradient);
    background: color-mix(in srgb, var(--gd-gradient) 16%, transparent);
    text-decoration: underline wavy;
  }
  .scene {
    position: relative;
  }
  .unknown {
    fill: var(--gd-paper);
  }
  .squares {
    fill: var(--gd-optimum);
  }
  .way {
    cursor: pointer;
  }
  .way .reach {
    stroke: none;
    stroke-width: 14px;
    fill: none;
    pointer-events: stroke;
  }
  .balls,
  .passed {
    pointer-events: none;
  }
  .panels {
    padding: 4px 0 8px;
  }
  .tabs {
    gap: 0 16px;
    margin-bottom: 4px;
  }
  .asked {
    padding: 3px 0;
    min-height: 36px;
  }
  .wager,
  .goal-told {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    margin: 0;
    line-height: 1.3;
  }
  .wager .pill,
  .wager .link {
    margin-left: auto;
  }
  .options {
    display: inline-flex;
    gap: 4px;
  }
  .option {
    display: grid;
    place-items: center;
    width: 34px;
    height: 32px;
    border: 1px solid var(--gd-rule);
    border-radius: 99px;
  }
  .option[aria-pressed='true'] {
    border: 2px dotted var(--gd-guess);
    background: color-mix(in srgb, var(--gd-guess) 12%, transparent);
  }
  .option .sign-of,
  .run-table .sign-of {
    display: inline-block;
    vertical-align: -4px;
  }
  .lengths {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 22px;
  }
  .program {
    height: 148px;
    margin: 4px 0 6px;
    padding: 6px 10px;
    overflow: auto;
    font-size: 12.5px;
    white-space: pre;
    tab-size: 4;
    background: var(--gd-paper);
    border: 1px solid var(--gd-rule);
    border-radius: 4px;
  }
  .program.address {
    height: auto;
    max-height: 130px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
  }
  .languages .pill {
    min-height: 28px;
    padding: 2px 10px;
    font-size: 14px;
  }
  .languages .pill[aria-pressed='true'] {
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  @container (max-width: 470px) {
    .run-table :is(.wide, .place) {
      display: none;
    }
    .tabs {
      gap: 0 12px;
      font-size: 15px;
    }
    .formula-row .begin {
      width: 58px;
    }
    .slopes {
      flex-wrap: nowrap;
      font-size: 13px;
      gap: 10px;
    }
    .lengths {
      grid-template-columns: 1fr;
    }
    .network-row {
      font-size: 13px;
    }
  }
`;
