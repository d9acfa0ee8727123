/** Samples on a line each, and the game's keys. */
import { css } from 'lit';

export const styles = css`
  .choosing {
    cursor: pointer;
  }
  .surprise .panels {
    padding: 2px 0 4px;
  }
  .surprise .tabs {
    margin-bottom: 4px;
    gap: 0 18px;
  }
  .surprise .asked {
    min-height: 36px;
    padding: 2px 0;
  }
  .surprise .asked .predict {
    flex: 1;
    padding: 0;
  }
  .writes {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 148px;
    gap: 4px 18px;
    align-items: start;
  }
  @container (max-width: 470px) {
    .writes {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .text-button {
    cursor: pointer;
    outline: none;
  }
  .text-button:focus-visible rect {
    stroke: var(--gd-parameter);
    stroke-width: 2px;
  }
  .text-button:hover rect {
    stroke: var(--gd-ink2);
  }
  .text-button[aria-disabled='true'] {
    cursor: default;
  }
  .samples {
    min-height: 67px;
  }
  .samples p {
    display: flex;
    align-items: baseline;
    gap: 10px;
    margin: 0;
    color: var(--gd-ink2);
    font: 16px / 1.4 var(--gd-serif);
    white-space: pre;
    overflow: hidden;
  }
  .samples b {
    flex: none;
    width: 34px;
    text-align: right;
    font: 13px var(--gd-sans);
  }
  .samples .now {
    color: var(--gd-ink);
  }
  .samples .now b {
    font-weight: 600;
  }
  .warmth .slider label {
    justify-content: space-between;
  }
  .warmth {
    display: grid;
    gap: 0;
  }
  .warmth .link {
    justify-self: start;
    line-height: 1.2;
  }
  .rule-of-rare {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }
  .rule-of-rare .slider {
    flex: 1;
    min-width: 130px;
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .rule-of-rare .slider-room {
    flex: 1;
    min-width: 70px;
  }
  .rule-of-rare .slider label {
    min-width: 62px;
    white-space: nowrap;
  }
  .own-text {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 12px;
    align-items: center;
  }
  .own-text label {
    max-width: 10em;
    color: var(--gd-ink2);
  }
  .own-text p {
    grid-column: 1 / -1;
    margin: 0;
  }
  .own-text .link {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .own-text textarea,
  .own-text input {
    width: 100%;
    min-height: 34px;
    padding: 3px 8px;
    font: inherit;
    color: var(--gd-ink);
    background: var(--gd-card);
    border: 1px solid var(--gd-rule);
    border-radius: 8px;
    resize: none;
  }
  .game p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 18px;
    margin: 0;
    min-height: 34px;
  }
  .game .quiet {
    flex: 1;
    min-width: 240px;
  }
`;
