/** Sliders, choices, switches. */
import { css } from 'lit';

export const controls = css`
  .controls {
    padding: 14px 0 12px;
    display: grid;
    gap: 12px;
  }
  .slider label {
    display: flex;
    gap: 10px;
    align-items: baseline;
  }
  .slider-name {
    color: var(--gd-ink2);
  }
  .slider-value {
    font-weight: 600;
    font-size: 17px;
  }
  .slider-room {
    position: relative;
  }
  .slider.ticked .slider-room {
    padding-bottom: 20px;
  }
  .slider .track {
    display: block;
    position: relative;
    z-index: 1;
  }
  .zones {
    position: absolute;
    left: 9px;
    right: 9px;
    top: 12px;
    width: calc(100% - 18px);
    height: 5px;
    border-radius: 3px;
    overflow: hidden;
  }
  .zone-safe {
    fill: var(--gd-optimum);
    opacity: 0.6;
  }
  .zone-swinging {
    fill: var(--gd-guess);
    opacity: 0.75;
  }
  .zone-divergent {
    fill: var(--gd-gradient);
    opacity: 0.75;
  }
  .tick {
    position: absolute;
    left: 9px;
    top: 8px;
    width: calc(100% - 18px);
    max-width: none;
    height: 36px;
    pointer-events: none;
  }
  .tick-line {
    stroke: var(--gd-ink);
    stroke-width: 1.5;
  }
  .segmented {
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .segmented > span {
    color: var(--gd-ink2);
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .segments label {
    position: relative;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .segments span {
    display: block;
    border: 1px solid var(--gd-rule);
    border-radius: 99px;
    padding: 4px 12px;
    min-height: 32px;
  }
  .segments input:checked + span {
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  .segments input:focus-visible + span {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    cursor: pointer;
    color: var(--gd-ink2);
  }
  .toggle input {
    accent-color: var(--gd-ink);
    width: 16px;
    height: 16px;
    margin: 0;
  }
  .small {
    font-size: 13px;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .hyperparameters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 8px 22px;
    align-items: start;
  }
`;
