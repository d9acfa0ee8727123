/** Room for both sentences of a step, so that nothing below moves while a hand is on a slider. */
import { css } from 'lit';

export const styles = css`
  .rate-and-step {
    min-height: 116px;
  }
`;
