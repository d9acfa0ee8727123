/**
 * One of several panels at a time, under their names: so that the picture and what is read beside it share a
 * screen. Arrow keys, Home and End go from name to name.
 */
import { html, nothing, type TemplateResult } from 'lit';

export interface Tab<N extends string = string> {
  readonly name: N;
  readonly label: unknown;
  readonly content: () => TemplateResult;
}

export interface TabsOptions<N extends string> {
  readonly id: string;
  /** What the panels are of, for those who do not see them. */
  readonly label: string;
  readonly tabs: readonly Tab<N>[];
  /** The one that is open; the first, if no tab has that name. */
  readonly open: N;
  readonly choose: (name: N) => void;
}

/** Where a key leads among `count` names; undefined if it leads nowhere. */
function reached(key: string, from: number, count: number): number | undefined {
  const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : (to + count) % count;
}

export function tabs<N extends string>({ id, label, tabs: all, open, choose }: TabsOptions<N>): TemplateResult {
  const now = Math.max(
    0,
    all.findIndex(({ name }) => name === open),
  );
  const keys = (e: KeyboardEvent): void => {
    const to = reached(e.key, now, all.length);
    const tab = to === undefined ? undefined : all[to];
    if (to === undefined || !tab || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    choose(tab.name);
    (e.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${keys}>
      ${all.map(
        ({ name, label: text }, i) =>
          html`<button
            type="button"
            class="tab"
            role="tab"
            id=${`${id}-tab-${name}`}
            aria-selected=${i === now ? 'true' : 'false'}
            aria-controls=${i === now ? `${id}-panel` : nothing}
            tabindex=${i === now ? nothing : '-1'}
            @click=${() => choose(name)}
          >
            ${text}
          </button>`,
      )}
    </div>
    <div class="tab-panel" role="tabpanel" id=${`${id}-panel`} aria-labelledby=${`${id}-tab-${all[now]?.name ?? ''}`}>
      ${all[now]?.content() ?? nothing}
    </div>`;
}
