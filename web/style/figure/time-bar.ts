/** The time bar, one row high, and the tracks that all sliders share. */
import { css } from 'lit';

export const time = css`
  .time-bar {
    display: flex;
    align-items: center;
    gap: 14px;
    height: 64px;
  }
  .transport {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .scrub {
    flex: 1;
    min-width: 40px;
    display: flex;
    align-items: center;
    gap: 14px;
  }
  .line {
    flex: 1;
    min-width: 0;
    position: relative;
  }
  .line .track {
    display: block;
  }
  .clock {
    color: var(--gd-ink2);
    white-space: nowrap;
  }
  /* As wide as it will be at the end, so that the scrubber keeps its length under the hand. */
  .counter {
    display: inline-grid;
    justify-items: end;
    color: var(--gd-ink);
    font-size: 20px;
    font-weight: 600;
  }
  .counter::before {
    content: attr(data-widest);
    visibility: hidden;
  }
  .counter > b,
  .counter::before {
    grid-area: 1 / 1;
    font-weight: inherit;
  }
  /* What is said of the time stands under its line, where there is room for it whether it is said or not. */
  .beats,
  .ending {
    position: absolute;
    top: 100%;
    margin: -7px 0 0;
    font-size: 13px;
    line-height: 1.2;
    white-space: nowrap;
    pointer-events: none;
  }
  .beats {
    left: 0;
    display: flex;
    gap: 8px;
    color: var(--gd-ink2);
  }
  .beats i {
    font-style: normal;
    padding: 0 2px 1px;
    border-bottom: 2px solid transparent;
  }
  .beats .now {
    color: var(--gd-ink);
    border-color: var(--gd-parameter);
  }
  .ending {
    right: 0;
    font-weight: 600;
  }
  .more {
    position: relative;
  }
  .more > summary {
    list-style: none;
    cursor: pointer;
  }
  .more > summary::-webkit-details-marker {
    display: none;
  }
  .more > .round {
    border-color: transparent;
  }
  .menu {
    position: absolute;
    right: 0;
    bottom: calc(100% + 4px);
    z-index: 5;
    min-width: 190px;
    padding: 5px;
    background: var(--gd-card);
    border: 1px solid var(--gd-rule);
    border-radius: 8px;
    display: grid;
  }
  .menu button {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    padding: 4px 10px;
    border-radius: 5px;
    text-align: left;
    white-space: nowrap;
  }
  .menu .speed {
    display: none;
  }
  .menu button:hover:not([aria-disabled='true']) {
    background: color-mix(in srgb, var(--gd-ink) 8%, transparent);
  }
  .menu button[aria-pressed='true'] {
    font-weight: 600;
  }
  .compared {
    margin: 0;
    padding: 0 0 10px;
    border: 0 !important;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
  }
  .compared span {
    padding-left: 38px;
    text-indent: -38px;
  }
  .track {
    appearance: none;
    width: 100%;
    height: 28px;
    margin: 0;
    background: none;
    cursor: pointer;
  }
  .track::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: var(--gd-rule);
  }
  .track::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: var(--gd-rule);
  }
  .track.zoned::-webkit-slider-runnable-track {
    background: none;
  }
  .track.zoned::-moz-range-track {
    background: none;
  }
  .track::-webkit-slider-thumb {
    appearance: none;
    width: 20px;
    height: 20px;
    margin-top: -8px;
    border-radius: 50%;
    border: 2px solid var(--gd-card);
    background: var(--gd-parameter);
    box-shadow: 0 0 0 1.5px var(--gd-parameter);
  }
  .track::-moz-range-thumb {
    width: 16px;
    height: 16px;
    border-radius: 50%;
    border: 2px solid var(--gd-card);
    background: var(--gd-parameter);
    box-shadow: 0 0 0 1.5px var(--gd-parameter);
  }
  .slider .track::-webkit-slider-thumb {
    background: var(--gd-ink);
    box-shadow: 0 0 0 1.5px var(--gd-ink);
  }
  .slider .track::-moz-range-thumb {
    background: var(--gd-ink);
    box-shadow: 0 0 0 1.5px var(--gd-ink);
  }
  @container (max-width: 520px) {
    .time-bar {
      gap: 8px;
      height: 48px;
    }
    .transport {
      gap: 4px;
    }
    .transport .round {
      width: 36px;
      height: 36px;
    }
    .transport .primary {
      width: 42px;
      height: 42px;
    }
    .scrub {
      gap: 8px;
    }
    .time-bar > .speed {
      display: none;
    }
    .menu .speed {
      display: flex;
    }
    .more > .round {
      width: 32px;
    }
  }
  @container (max-width: 300px) {
    .clock {
      font-size: 0;
    }
  }
`;
