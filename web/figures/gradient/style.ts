/** Its panels share one line of tabs and little room. */
import { css } from 'lit';

export const gradientStyles = css`
  .gradient .asked {
    padding: 4px 0;
  }
  .gradient .panels {
    padding: 4px 0;
  }
  .gradient .tabs {
    margin-bottom: 6px;
  }
  /* Both lie over the ball, which is taken hold of through them. */
  .gradient .arm,
  .gradient .names {
    pointer-events: none;
  }
  @container (max-width: 470px) {
    .gradient .tabs {
      gap: 0 12px;
    }
  }
  .gradient .middle .small {
    margin-bottom: 8px;
  }
  .gradient .middle {
    align-self: center;
  }
`;
