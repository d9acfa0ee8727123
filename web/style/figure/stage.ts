/**
 * How a figure stands: the stage - picture, question, time bar - and below it the rest, which a page may fold away
 * where the stage alone is to stay in sight.
 */
import { css } from 'lit';

export const stage = css`
  .stage > * + *,
  .rest > * + *,
  .rest {
    border-top: 1px solid var(--gd-rule);
  }
  .stage > :empty:not(slot),
  .rest > :empty:not(slot),
  .rest:empty {
    display: none;
  }
  .asked {
    min-height: 40px;
    padding: 4px 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
  }
  .rest:focus {
    outline: none;
  }
  .handles {
    display: none;
  }
  /* Beside a text that says what to try, there is no need of a caption. */
  :host([linked]) .caption {
    display: none;
  }
  @media screen {
    :host(.docked) .rest:not(.open) {
      display: none;
    }
    :host(.docked) .rest {
      max-height: 46vh;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    /* Where room is short and the text asks, the picture holds what is asked for. */
    :host(.docked.told) .asked {
      display: none;
    }
    /* Except what stands there alone. */
    :host(.docked.told) .asked:has(.kept) {
      display: flex;
      min-height: 36px;
      padding: 0;
      font-size: 14px;
      line-height: 1.2;
    }
    :host(.docked.told) .asked .told-beside {
      display: none;
    }
    :host(.docked) .handles {
      display: flex;
      border: 0;
    }
    .handles button {
      flex: 1;
      height: 24px;
      color: var(--gd-ink2);
      font-size: 13px;
    }
    :host(.docked) .folded > :not(.time-bar, .handles) {
      display: none;
    }
  }
  /* What a word of the text points at. */
  .corners {
    --corner: linear-gradient(var(--gd-ink) 0 0) no-repeat;
    position: absolute;
    z-index: 4;
    pointer-events: none;
    background:
      var(--corner) 0 0 / 14px 2px,
      var(--corner) 0 0 / 2px 14px,
      var(--corner) 100% 0 / 14px 2px,
      var(--corner) 100% 0 / 2px 14px,
      var(--corner) 0 100% / 14px 2px,
      var(--corner) 0 100% / 2px 14px,
      var(--corner) 100% 100% / 14px 2px,
      var(--corner) 100% 100% / 2px 14px;
  }
`;
