/**
 * Where a page ends and a figure begins. A page may put a figure into any box and under any style; what it hands down
 * without meaning a figure - alignment, indents, capitals, shadows - ends here.
 */
import { css } from 'lit';

export const room = css`
  :host {
    display: block;
    /* What floats in the page is passed, not slipped under; and what the figure piles up stays within it. */
    contain: layout;
    position: relative;
    min-width: min(320px, 100%);
    max-width: 100%;
    writing-mode: horizontal-tb;
    font-family: var(--gd-sans, inherit);
    font-size: 15px;
    line-height: 1.4;
  }
  :host([hidden]) {
    display: none;
  }
  /* A box that is as wide as what it holds asks the pieces; what is inside is drawn as wide as the box turns out to be. */
  .breadth {
    height: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: 0;
    line-height: 0;
    letter-spacing: 0;
    word-spacing: 0;
    text-indent: 0;
    white-space: normal;
    /* Tells of the page's colours, and that they have changed. Mixed, any colour is written as red, green and blue. */
    background-color: light-dark(#fff, #000);
    outline-color: color-mix(in srgb, currentcolor, currentcolor);
    transition:
      color 1ms,
      background-color 1ms;
  }
  .breadth i {
    display: inline-block;
    width: 120px;
  }
  .breadth i:first-child {
    width: min(280px, 80vw);
  }
  .inside {
    container-type: inline-size;
    color: var(--gd-ink);
  }
  @media screen {
    .inside[data-scheme='light'] {
      color-scheme: light;
    }
    .inside[data-scheme='dark'] {
      color-scheme: dark;
    }
    .reserved {
      min-height: var(--narrow);
    }
    @container (min-width: 480px) {
      .reserved {
        min-height: var(--wide);
      }
    }
  }
  /* Laid out behind what still stands for it. Of what is inherited, nothing: all of it would be styled anew. */
  .inside[data-behind] > .live {
    height: 0;
    overflow: hidden;
  }
  .inside[data-behind='stage'] .rest {
    content-visibility: hidden;
  }
  .live,
  .notice,
  .stillness {
    all: initial;
    display: block;
    color: inherit;
    color-scheme: inherit;
    font-family: inherit;
    font-size: 15px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums lining-nums;
    -webkit-font-smoothing: inherit;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    /* The reader's to set. */
    letter-spacing: inherit;
    word-spacing: inherit;
    /* Slides out of sight, parts of a page that are off. */
    visibility: inherit;
    pointer-events: inherit;
  }
`;
