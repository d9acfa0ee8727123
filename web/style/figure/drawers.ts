/** Panels of which one stands open at a time. For figures that have them. */
import { css } from 'lit';

export const drawerStyles = css`
  .drawers {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 22px;
  }
  .drawer-handle {
    min-height: 28px;
    color: var(--gd-ink2);
    font-weight: 600;
  }
  .drawer-handle::before {
    content: '';
    display: inline-block;
    margin-right: 7px;
    border: 4px solid transparent;
    border-left: 6px solid;
    border-right: 0;
  }
  .drawer-handle[aria-expanded='true'] {
    color: var(--gd-ink);
  }
  .drawer-handle[aria-expanded='true']::before {
    transform: rotate(90deg);
  }
  .drawer {
    display: grid;
    gap: 12px;
    padding-top: 8px;
  }
  .drawer:empty {
    display: none;
  }
`;
