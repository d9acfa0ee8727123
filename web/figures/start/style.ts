/** The first screen, whose card lies on its map. */
import { css } from 'lit';

export const styles = css`
  .start.live > * + * {
    border: 0;
  }
  .first-screen {
    position: relative;
  }
  .first-screen .plot svg {
    max-width: none;
    overflow: hidden;
  }
  .first-screen .card {
    padding: 20px;
  }
  .first-screen.wide .card {
    position: absolute;
    left: max(40px, calc(50% - 600px));
    bottom: 36px;
    width: 400px;
    padding: 26px 30px 12px;
    border: 1px solid var(--gd-rule);
    background: color-mix(in srgb, var(--gd-card) 88%, transparent);
  }
  @media print {
    .live.start {
      display: block;
    }
    .start > :not(.first-screen),
    .start .first-screen > :not(.card),
    .start .card > :not(slot) {
      display: none;
    }
    .first-screen.wide .card {
      position: static;
      padding: 20px 0;
      border: 0;
    }
  }
  .first-screen .readout {
    margin: 6px 0 4px;
    font-size: 16px;
  }
  .first-screen .readout b {
    font-size: 19px;
    font-weight: 600;
  }
  .first-screen .time-bar {
    border: 0;
    padding: 12px 0 4px;
    gap: 8px;
    flex-wrap: nowrap;
  }
  .first-screen .scrub,
  .first-screen .beats,
  .first-screen .end,
  .first-screen .clock {
    display: none;
  }
  .first-screen .ending {
    display: none;
  }
  .first-screen .card > .link {
    color: var(--gd-ink2);
    font-size: 14px;
  }
  .start .number-tables {
    padding: 12px max(20px, 50% - 400px);
    background: var(--gd-card);
  }
  .strip {
    width: 100%;
    height: 62px;
    cursor: ew-resize;
    touch-action: pan-y;
  }
`;
