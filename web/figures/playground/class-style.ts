/** A link for a class: tags, a goal, and the sheet on paper. */
import { css } from 'lit';

export const classStyles = css`
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex: none;
    min-height: 26px;
    padding: 1px 10px;
    font-size: 13px;
    font-weight: 600;
    color: var(--gd-ink);
    background: var(--gd-card);
    border: 1px solid var(--gd-ink2);
    border-radius: 99px;
    white-space: nowrap;
  }
  .tag.change {
    color: var(--gd-parameter);
    border-color: var(--gd-parameter);
  }
  .tag.gone {
    color: var(--gd-ink2);
    font-weight: 400;
    text-decoration: line-through;
    border: 1px dashed var(--gd-ink2);
  }
  .tag-mark {
    width: 9px;
    height: 9px;
    border: 1.5px solid currentColor;
    border-radius: 50%;
  }
  .tag.change .tag-mark {
    background: currentColor;
  }
  .tag.gone .tag-mark {
    border-style: dashed;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
  }
  .tags-over {
    position: absolute;
    top: 14px;
    left: 42px;
    right: 12px;
    display: flex;
    justify-content: space-between;
    pointer-events: none;
  }
  .tags-over > * {
    pointer-events: auto;
  }
  .tag-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 0 0 2px;
  }
  .tag-legend .tag {
    min-height: 0;
    padding: 0;
    border: 0;
    font-weight: 400;
    background: none;
  }
  .goal-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 7px;
    margin: 0;
  }
  .goal-line input {
    width: 66px;
    min-height: 28px;
    padding: 0 4px;
    color: var(--gd-optimum);
    font: inherit;
    font-weight: 600;
    background: none;
    border: 0;
    border-bottom: 2px solid var(--gd-optimum);
  }
  .sending {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    margin: 4px 0 0;
  }
  .sending .possible {
    margin-right: auto;
  }
  .goal-told b.reached {
    color: var(--gd-optimum);
  }
  @media screen {
    .sheet {
      display: none;
    }
  }
  @media print {
    /* Here the picture on paper is the reader's own, not the one that the page came with. */
    .live.playground {
      display: block;
    }
    .live.playground ~ .poster,
    .playground .panels:has(.sheet) .tab-panel,
    .playground :is(.time-bar, .asked, .tabs, .handles, .links, .caption, .notice, .begin, .hint, .below, .tags-over) {
      display: none;
    }
    .sheet-name {
      display: flex;
      gap: 8px;
    }
    .sheet-name span {
      flex: 1;
      border-bottom: 1px solid;
    }
    .sheet table {
      width: 100%;
      border-collapse: collapse;
    }
    .sheet :is(th, td) {
      padding: 2px 6px;
      text-align: left;
      border-bottom: 1px solid;
    }
    .sheet-link {
      overflow-wrap: anywhere;
      font-size: 11px;
    }
  }
`;
