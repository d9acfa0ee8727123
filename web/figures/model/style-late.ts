/** The map, the steps, the dials as knobs, and the reader’s own data: the style of what comes late. */
import { css } from 'lit';

export const styles = css`
  .both-dials {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 6px 20px;
    padding-bottom: 10px;
  }
  .both-dials p {
    margin: 0;
    grid-column: 1 / -1;
  }
  .one-of-two {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    gap: 10px;
    align-items: center;
  }
  .covered {
    display: grid;
    gap: 12px;
    justify-items: center;
    align-content: center;
    min-height: 236px;
    text-align: center;
  }
  .cut-name {
    font-style: italic;
  }
  .step-arithmetic {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
    align-items: center;
    min-height: 50px;
    margin-top: 6px;
  }
  .step-arithmetic .segmented > span {
    position: absolute;
    clip-path: inset(50%);
  }
  .step-arithmetic .equation {
    margin: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 20px;
  }
  .choices .segmented {
    gap: 6px 10px;
  }
  .one-of-two .track::-webkit-slider-thumb {
    background: var(--gd-parameter);
    box-shadow: 0 0 0 1.5px var(--gd-parameter);
  }
  .one-of-two .track::-moz-range-thumb {
    background: var(--gd-parameter);
    box-shadow: 0 0 0 1.5px var(--gd-parameter);
  }
  .exact td:only-of-type {
    text-align: left;
    padding-left: 14px;
  }
  .exact .link {
    margin: 0;
    font-size: 14px;
  }
  .exact > * {
    border-top: 1px solid var(--gd-rule);
    color: var(--gd-optimum);
  }
  .points-row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
  }
  .points-row > .paste {
    flex-basis: 100%;
  }
  .chooser {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .paste {
    display: grid;
    gap: 8px;
    color: var(--gd-ink2);
  }
  .paste textarea {
    width: 100%;
    font:
      14px/1.45 ui-monospace,
      'DejaVu Sans Mono',
      Menlo,
      Consolas,
      monospace;
    color: var(--gd-ink);
    background: var(--gd-paper);
    border: 1px solid var(--gd-rule);
    border-radius: 4px;
    padding: 8px 10px;
    resize: vertical;
  }
  .paste textarea[aria-invalid='true'] {
    border-color: var(--gd-gradient);
  }
  .paste .problem {
    margin: 0;
    color: var(--gd-gradient);
  }
  .paste-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
  }
  .pill.file {
    position: relative;
    cursor: pointer;
    overflow: hidden;
    color: var(--gd-ink);
  }
  .pill.file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .pill.file:focus-within {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  @container (max-width: 470px) {
    .one-of-two {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .knob,
    .exact th span {
      display: none;
    }
  }
`;
