/** The ground after dark, the hand that draws on it, the line of the wager, and what stands in a row. */
import { css } from 'lit';

export const styles = css`
  /* High ground sinks into the dark: there it is warmer and its lines are lighter, so that hills stay hills. */
  .ground .gd-contour-thin {
    stroke-opacity: 1;
    stroke: color-mix(in srgb, var(--gd-ink) 17%, transparent);
    stroke: light-dark(
      color-mix(in srgb, var(--gd-ink) 17%, transparent),
      color-mix(in srgb, var(--gd-ink) 22%, transparent)
    );
  }
  .ground .gd-contour-heavy {
    stroke-opacity: 1;
    stroke: color-mix(in srgb, var(--gd-ink) 42%, transparent);
    stroke: light-dark(
      color-mix(in srgb, var(--gd-ink) 42%, transparent),
      color-mix(in srgb, var(--gd-ink) 50%, transparent)
    );
  }
  .ground .gd-terrain-8 {
    fill: light-dark(var(--gd-terrain-8), color-mix(in srgb, var(--gd-terrain-8), #a98a66 6%));
  }
  .ground .gd-terrain-9 {
    fill: light-dark(var(--gd-terrain-9), color-mix(in srgb, var(--gd-terrain-9), #a98a66 13%));
  }
  .ground .gd-terrain-10 {
    fill: light-dark(var(--gd-terrain-10), color-mix(in srgb, var(--gd-terrain-10), #a98a66 21%));
  }
  .ground .gd-terrain-11 {
    fill: light-dark(var(--gd-terrain-11), color-mix(in srgb, var(--gd-terrain-11), #a98a66 30%));
  }
  .sketch {
    cursor: crosshair;
    /* A finger draws here, too; beside the map it scrolls. Chromium heeds this on nothing that is inline. */
    display: block;
    touch-action: none;
  }
  .rail {
    cursor: pointer;
    display: block;
    touch-action: pan-y;
  }
  .as-block {
    position: relative;
  }
  /* Behind the block the map keeps the frame, but neither hands nor keys reach it. */
  .as-block > svg {
    visibility: hidden;
  }
  .as-block > .block {
    position: absolute;
    inset: 0;
  }
  .asked {
    padding: 4px 0;
  }
  .wager {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    line-height: 1.3;
  }
  .wager .mark {
    flex: none;
  }
  .wager .pill {
    margin-left: auto;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 14px;
    margin: 4px 0 0;
    font-size: 14px;
    line-height: 24px;
  }
  .line .away {
    display: inline-flex;
    align-items: center;
    gap: 14px;
    margin-left: auto;
  }
  .line .toggle {
    min-height: 24px;
  }
`;
