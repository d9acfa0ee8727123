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
  .mark {
    display: inline-block;
    vertical-align: -1px;
  }
  .asked {
    padding: 10px 0;
  }
  .panels > .asked:first-child {
    margin: -12px 0 12px;
    border-bottom: 1px solid var(--gd-rule);
  }
  .panels > * + .asked {
    margin-top: 12px;
    border-top: 1px solid var(--gd-rule);
  }
  .asked p {
    margin: 0;
    align-items: center;
    min-height: 34px;
  }
  .asked .predict .question .mark {
    align-self: center;
    margin: 0;
  }
  .asked .pill {
    margin-left: auto;
  }
  .choices-guessed select {
    font: inherit;
    color: inherit;
    background: var(--gd-card);
    border: 1px solid var(--gd-rule);
    border-radius: 8px;
    min-height: 32px;
    padding: 2px 6px;
  }
  .choices-guessed .told {
    flex-basis: 100%;
  }
`;
