/** Buttons and links. */
import { css } from 'lit';

export const buttons = css`
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button[aria-disabled='true'] {
    opacity: 0.38;
    cursor: default;
  }
  :is(button, a, input, summary, textarea):focus-visible,
  .strip:focus-visible,
  .steering:focus-visible,
  .sideways:focus-visible {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  /* An outline would be the square around the disc. */
  .handle:focus-visible .grip {
    stroke: var(--gd-parameter);
    stroke-width: 2px;
  }
  :is(button, a, input, summary, textarea, .handle) {
    scroll-margin-top: calc(var(--gd-covered, 0px) + 12px);
  }
  .plot * {
    scroll-margin-top: 0;
  }
  .round {
    width: 40px;
    height: 40px;
    border: 1px solid var(--gd-rule);
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    position: relative;
    background: var(--gd-card);
  }
  .round[aria-pressed='true'] {
    background: var(--gd-ink);
    color: var(--gd-card);
  }
  .round::after {
    content: '';
    position: absolute;
    inset: -3px;
    border-radius: 50%;
  }
  .round:hover:not([aria-disabled='true']),
  .pill:hover {
    border-color: var(--gd-ink2);
  }
  .round.primary {
    width: 48px;
    height: 48px;
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  .pill {
    border: 1px solid var(--gd-rule);
    border-radius: 99px;
    min-height: 32px;
    padding: 4px 12px;
    background: var(--gd-card);
    white-space: nowrap;
  }
  .link,
  .links a {
    color: var(--gd-parameter);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    min-height: 24px;
  }
  .link[aria-disabled='true'] {
    text-decoration: none;
    color: var(--gd-ink2);
    opacity: 0.7;
  }
  .pill.strong {
    background: var(--gd-ink);
    border-color: var(--gd-ink);
    color: var(--gd-card);
  }
  .round.small {
    width: 30px;
    height: 30px;
    font-size: 18px;
    line-height: 1;
  }
`;
