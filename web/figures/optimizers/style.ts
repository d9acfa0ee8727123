/** Curves that can be picked, who arrived when, and the dials of each. */
import { css } from 'lit';

export const styles = css`
  .racer {
    cursor: pointer;
  }
  .racer .reach {
    stroke: none;
    stroke-width: 14px;
    fill: none;
    pointer-events: stroke;
  }
  .racer.dim {
    opacity: 0.3;
  }
  .counting {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    margin: 4px 0 10px;
  }
  .ranking table {
    margin-top: 6px;
  }
  .ranking caption {
    caption-side: top;
    text-align: left;
    color: var(--gd-ink2);
    padding-bottom: 4px;
  }
  .ranking thead .counted {
    color: var(--gd-ink);
  }
  .ranking .left {
    color: var(--gd-ink2);
  }
  .ranking tr.lit > * {
    background: color-mix(in srgb, var(--gd-ink) 5%, transparent);
  }
  .ranking .name {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 26px;
    text-align: left;
  }
  .ranking .name span {
    white-space: normal;
    line-height: 1.2;
  }
  .ranking .name:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  /* A narrow column and a host's wide typeface. */
  @container (max-width: 320px) {
    .ranking :is(th, td) {
      padding-inline: 2px;
    }
  }
  .field {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .field legend {
    color: var(--gd-ink2);
    padding: 0 0 2px;
  }
  .field-names {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
    gap: 2px 12px;
  }
  .field-names .toggle {
    color: var(--gd-ink);
  }
  .inspector {
    display: grid;
    gap: 10px;
  }
  .inspected {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 6px 16px;
  }
  .inspected h3 {
    margin: 0;
    font-size: 17px;
    font-weight: 600;
  }
  .inspected h3 .quiet {
    font-size: 13px;
    font-weight: 400;
  }
  .dials {
    display: grid;
    gap: 10px;
  }
`;
