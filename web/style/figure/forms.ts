/** What is chosen from lists, written in a line, brought as files and waited for, in figures that are set up at length. */
import { css } from 'lit';

export const formStyles = css`
  .selects {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
  }
  .select {
    color: var(--gd-ink2);
  }
  select,
  .field {
    font: inherit;
    color: var(--gd-ink);
    background: var(--gd-card);
    border: 1px solid var(--gd-rule);
    border-radius: 8px;
    min-height: 28px;
    padding: 1px 6px;
  }
  .file {
    position: relative;
    overflow: hidden;
  }
  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .no-break {
    white-space: nowrap;
  }
  progress {
    accent-color: var(--gd-ink);
  }
`;
