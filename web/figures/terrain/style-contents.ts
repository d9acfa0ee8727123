/** The shelf of landscapes and a typed formula: the style of what comes late. */
import { css } from 'lit';

export const styles = css`
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
