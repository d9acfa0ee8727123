/** What every figure is made of: pictures, hairlines, colours of the ideas, what only a screen reader meets. */
import { css } from 'lit';

export const frame = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  svg {
    display: block;
    max-width: 100%;
    overflow: visible;
    font-family: inherit;
  }
  /* A picture that a host put in for readers without scripts, until the figure is alive and on paper. */
  ::slotted(img) {
    max-width: 100%;
    height: auto;
  }
  .plot svg,
  .loss-curve svg {
    user-select: none;
    -webkit-user-select: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .only-print {
    display: none;
  }
  .live {
    position: relative;
  }
  .live > * + *:not(.unseen) {
    border-top: 1px solid var(--gd-rule);
  }
  .quiet {
    color: var(--gd-ink2);
    margin: 0;
  }
  .idea-parameter {
    color: var(--gd-parameter);
  }
  .idea-gradient {
    color: var(--gd-gradient);
  }
  .idea-loss {
    color: var(--gd-loss);
  }
  .idea-optimum {
    color: var(--gd-optimum);
  }
  .idea-guess {
    color: var(--gd-guess);
  }
`;
