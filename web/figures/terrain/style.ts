/** The shelf of landscapes, a typed formula, basins and what is said about them. */
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
  .as-block > .block {
    position: absolute;
    inset: 0;
    background: var(--gd-card);
  }
  .stamp {
    cursor: pointer;
    outline: none;
  }
  .stamp:hover .edge {
    stroke: var(--gd-ink);
  }
  .stamp:focus-visible .edge {
    stroke: var(--gd-parameter);
    stroke-width: 3px;
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
  .owner {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .swatch {
    stroke-width: 1px;
  }
  .beside .of-dial + .of-dial {
    margin-top: 0;
  }
  .shelf {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
    display: grid;
    /* A name of ten letters, whatever the typeface. */
    grid-template-columns: repeat(auto-fill, minmax(max(66px, 10.5ch), 1fr));
    gap: 6px 2px;
    margin-bottom: 6px;
    font-size: 12px;
  }
  .shelf label {
    min-width: 0;
    overflow-wrap: anywhere;
    position: relative;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 3px;
    line-height: 1.15;
    text-align: center;
    color: var(--gd-ink2);
    cursor: pointer;
  }
  @container (min-width: 530px) {
    .shelf {
      grid-template-columns: repeat(7, minmax(0, 1fr));
    }
    .shelf span {
      white-space: nowrap;
    }
  }
  .shelf input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .shelf svg {
    border-radius: 5px;
    overflow: hidden;
    outline: 1px solid var(--gd-rule);
  }
  .shelf label:hover svg {
    outline-color: var(--gd-ink2);
  }
  .shelf input:checked ~ svg {
    outline: 2.5px solid var(--gd-ink);
  }
  .shelf input:checked ~ span {
    color: var(--gd-ink);
    font-weight: 600;
  }
  .shelf input:focus-visible ~ svg {
    outline: 2.5px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  .formula {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 8px;
    align-items: baseline;
  }
  .formula label {
    color: var(--gd-ink2);
  }
  .formula input,
  .formula code {
    font:
      14px/1.45 ui-monospace,
      'DejaVu Sans Mono',
      Menlo,
      Consolas,
      monospace;
  }
  .formula input {
    min-width: 0;
    min-height: 34px;
    padding: 4px 9px;
    color: var(--gd-ink);
    background: var(--gd-paper);
    border: 1px solid var(--gd-rule);
    border-radius: 4px;
  }
  .formula input[aria-invalid='true'] {
    border-color: var(--gd-gradient);
  }
  .read {
    grid-column: 1 / -1;
    min-height: 3em;
    overflow-wrap: anywhere;
  }
  .read p {
    margin: 0 0 2px;
  }
  .read .problem {
    color: var(--gd-gradient);
  }
  .read code {
    white-space: pre-wrap;
    color: var(--gd-ink2);
  }
  .read mark {
    color: var(--gd-gradient);
    background: color-mix(in srgb, var(--gd-gradient) 16%, transparent);
    text-decoration: underline;
    text-decoration-style: wavy;
  }
`;
