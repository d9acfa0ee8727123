/** A guess beside the truth. */
import { css } from 'lit';

export const guesses = css`
  .predict p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    margin: 0 0 12px;
  }
  .predict .mark {
    flex: none;
    align-self: center;
  }
  .predict .question {
    flex-wrap: nowrap;
  }
  .predict .question .mark {
    align-self: start;
    margin-top: 4px;
  }
  .predict .truth {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 7px;
  }
  .faint {
    opacity: 0.75;
  }
`;
