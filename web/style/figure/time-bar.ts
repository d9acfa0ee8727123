/** The time bar, and the tracks that all sliders share. */
import { css } from 'lit';

export const time = css`
  .time-bar {
    display: flex;
    align-items: center;
    gap: 14px;
    padding: 14px 0;
  }
  .transport {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  /* The scrubber and what it says: together on a line of their own, where beside the buttons there is too little to aim at. */
  .scrub {
    flex: 1;
    min-width: 40px;
    display: flex;
    align-items: center;
    gap: 14px;
  }
  .scrub .track {
    min-width: 0;
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
  .beats {
    display: flex;
    gap: 8px;
    color: var(--gd-ink2);
    font-size: 13px;
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
    margin: 0;
    padding: 0 0 10px;
    border: 0 !important;
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
  @container (max-width: 640px) {
    .time-bar {
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 8px;
    }
    .beats {
      order: 1;
    }
    .time-bar > .pill,
    .time-bar > .round {
      order: 2;
    }
    .time-bar > .pill {
      margin-left: auto;
    }
    .scrub {
      order: 3;
      flex-basis: 300px;
      gap: 8px;
    }
  }
  @container (max-width: 480px) {
    .beats {
      order: 5;
      flex-basis: 100%;
      justify-content: center;
    }
  }
  /* The round buttons fill a row of a phone; what tells the time shares the next with the scrubber. */
  @container (max-width: 400px) {
    .time-bar,
    .transport {
      gap: 8px 4px;
    }
    .time-bar {
      /* The last button's target is larger than the button, and no figure is wider than its column. */
      padding-right: 2px;
    }
    .transport {
      margin-right: auto;
    }
    .time-bar > .round {
      order: 1;
    }
    .clock {
      margin-left: 8px;
    }
    .scrub {
      flex-basis: 200px;
    }
    .time-bar > .pill {
      order: 4;
      margin-left: 8px;
    }
  }
`;
