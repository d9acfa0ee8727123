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
  /* Chromium heeds touch-action on nothing that is inline. */
  .drawing {
    display: block;
    cursor: crosshair;
    touch-action: none;
  }
  .thumb-land {
    fill: var(--gd-ink);
  }
  .thumb-ice {
    fill: var(--gd-ink2);
  }
  .thumb-sea {
    fill: var(--gd-card);
    stroke: var(--gd-ink);
    stroke-width: 0.9px;
  }
  .shelf {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    margin: 0 0 6px;
    padding: 0;
    border: 0;
  }
  .shelf label {
    position: relative;
    display: grid;
    justify-items: center;
    font-size: 13px;
    color: var(--gd-ink2);
    cursor: pointer;
  }
  .shelf input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  .shelf svg {
    border: 1px solid var(--gd-rule);
    border-radius: 8px;
    overflow: hidden;
  }
  .shelf input:checked + svg {
    border-color: var(--gd-ink);
    outline: 1.5px solid var(--gd-ink);
  }
  .shelf input:checked ~ span {
    color: var(--gd-ink);
    font-weight: 600;
  }
  .shelf input:focus-visible + svg {
    outline: 2px solid var(--gd-parameter);
    outline-offset: 2px;
  }
  .pill.draw {
    justify-self: start;
    align-self: center;
  }
  .own,
  .network-settings,
  .dials,
  .paste {
    display: grid;
    gap: 8px;
  }
  .own-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
    margin: 0;
  }
  .paste textarea {
    width: 100%;
    font-size: 13px;
  }
  .paste .problem {
    margin: 0;
    color: var(--gd-gradient);
  }
  .paste-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .layers,
  .inputs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
  }
  .layer {
    display: inline-flex;
    align-items: center;
    gap: 7px;
  }
  .dial-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 2px 20px;
  }
  .dial-list .slider label {
    justify-content: space-between;
  }
  .exploded {
    display: flex;
    gap: 12px;
    align-items: center;
    margin-bottom: 6px;
    padding-bottom: 6px;
    border-bottom: 1px solid var(--gd-rule);
  }
  .exploded p {
    margin: 0;
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
