/** The pad, tiles to press, and the panels. */
import { css } from 'lit';

export const styles = css`
  .pad,
  .pad * {
    touch-action: none;
  }
  .pad {
    cursor: crosshair;
    outline: none;
  }
  .pad:focus-visible .gd-paper-rim {
    stroke: var(--gd-parameter);
    stroke-width: 3px;
  }
  .put,
  .scribbled {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    flex: 1;
  }
  .scribbled .slider {
    flex: 1;
  }
  .panels {
    padding: 4px 0 6px;
  }
  .tabs {
    margin-bottom: 4px;
    gap: 0 15px;
  }
  .tab-panel {
    min-height: 160px;
  }
  .strip {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr);
    gap: 8px;
    align-items: center;
    min-height: 54px;
  }
  .strip p {
    margin: 0;
    font-size: 13px;
    color: var(--gd-ink2);
  }
  .strip p b {
    color: var(--gd-ink);
  }
  .tiles {
    display: flex;
    align-items: center;
    gap: 6px;
    overflow: hidden;
  }
  .tile {
    display: grid;
    justify-items: center;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    font-size: 12px;
    line-height: 1.25;
    color: var(--gd-ink);
    cursor: pointer;
  }
  .tile svg {
    background: var(--gd-card);
    border-radius: 4px;
  }
  .tile[aria-pressed='true'] svg {
    outline: 2px solid var(--gd-ink);
  }
  .tile:focus-visible svg {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 1px;
  }
  .learning {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  .small {
    margin: 4px 0 0;
  }
  .mixups {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
  }
  .mixups > div {
    flex: 1;
    min-width: 220px;
  }
  .pressed {
    cursor: pointer;
  }
  .first-row .maps {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: 2px 6px;
  }
  .first-row figure,
  .mine figure {
    margin: 0;
    display: grid;
    justify-items: center;
  }
  .first-row figcaption,
  .mine figcaption {
    font-size: 12px;
    line-height: 1.3;
    color: var(--gd-ink2);
  }
  .mine figcaption {
    font-size: 11px;
    color: var(--gd-parameter);
  }
  .gd-nudge-hollow {
    fill: none;
    stroke: var(--gd-gradient);
    stroke-width: 0.9px;
  }
  .gd-change-hollow {
    fill: none;
    stroke: var(--gd-parameter);
    stroke-width: 0.8px;
  }
  .own-line {
    margin: 0 0 2px;
    font-size: 14px;
    line-height: 1.35;
  }
  .mine {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
  }
  .mine > div {
    flex: 1;
    min-width: 200px;
  }
  .count {
    margin: 2px 0;
  }
  .shape {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 14px;
  }
  .sliders {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 4px 18px;
    margin-top: 0;
  }
  .problem {
    color: var(--gd-gradient);
  }
  .sources {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 6px 20px;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    margin: 0 0 4px;
    min-height: 32px;
  }
  .drop {
    margin: 8px 0 0;
    padding: 10px;
    border: 1.5px dashed var(--gd-rule);
    border-radius: 8px;
    color: var(--gd-ink2);
  }
  @container (max-width: 470px) {
    .strip,
    .sources {
      grid-template-columns: minmax(0, 1fr);
    }
    .sliders {
      grid-template-columns: minmax(0, 1fr);
    }
    .tabs {
      gap: 0 14px;
    }
  }
`;
