/** Maps that can be pressed, the sum's small row, and the panels. */
import { css } from 'lit';

export const styles = css`
  .map-press {
    cursor: pointer;
    outline: none;
  }
  .map-press:focus-visible .gd-map-rim,
  .map-press:focus-visible .gd-map-chosen {
    stroke: var(--gd-parameter);
    stroke-width: 3px;
  }
  .handle.upward {
    cursor: ns-resize;
  }
  .handle.upward .grip {
    r: 15px;
  }
  .tiny {
    font-size: 11px;
  }
  .panels {
    padding: 4px 0 8px;
  }
  .tabs {
    margin-bottom: 8px;
    gap: 0 16px;
  }
  .asked .predict {
    flex: 1;
  }
  .follow {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .follow .which {
    min-width: 172px;
    text-align: center;
  }
  .follow .onward {
    margin-left: auto;
  }
  .collapsed {
    margin: 8px 0 0;
  }
  .learning {
    display: grid;
    grid-template-columns: minmax(0, 56fr) minmax(0, 40fr);
    gap: 4px 20px;
  }
  .learning .steps {
    display: grid;
    gap: 4px;
    align-content: start;
  }
  .selects {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
  }
  .select {
    color: var(--gd-ink2);
  }
  select {
    font: inherit;
    color: var(--gd-ink);
    background: var(--gd-card);
    border: 1px solid var(--gd-rule);
    border-radius: 8px;
    min-height: 32px;
    padding: 2px 6px;
  }
  @container (max-width: 470px) {
    .learning {
      grid-template-columns: minmax(0, 1fr);
    }
    .follow .which {
      min-width: 0;
      flex: 1;
    }
  }
`;
