/** Small maps that can be chosen, and who owns the ground. */
import { css } from 'lit';

export const styles = css`
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
  .owner {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .swatch {
    stroke-width: 1px;
  }
`;
