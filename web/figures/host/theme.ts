/**
 * Light or dark, as the text around a figure is. `color-scheme` alone cannot tell: many pages are dark by their colours
 * only, and some that say they can be both are white whatever the system prefers.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { computed, contrast, hex } from '../../style/colour';
import { surface, type Theme as Scheme } from '../../style/tokens';
import { parentOf } from './around';

/** Whether the page says `color-scheme` on the figure itself, or nearer to it than it gives its text a colour. */
function saysScheme(figure: Element): boolean {
  for (let element = figure, above = parentOf(figure); above; element = above, above = parentOf(above)) {
    const [own, outer] = [getComputedStyle(element), getComputedStyle(above)];
    if (element !== figure && own.color !== outer.color) return false;
    if (own.colorScheme !== outer.colorScheme) return true;
    if (own.color !== outer.color) return false;
  }
  return false;
}

/** The theme whose ground a text of this colour is the easier to read on; undefined where it cannot be seen. */
export function schemeFor(colour: string): Scheme | undefined {
  const [red, green, blue, opacity] = computed(colour);
  if (opacity === 0) return undefined;
  const ink = hex(red, green, blue);
  return contrast(ink, surface.card.light) < contrast(ink, surface.card.dark) ? 'dark' : 'light';
}

export class Theme implements ReactiveController {
  /**
   * @param probe stands where the page's style still holds, and has a transition on what is asked of it here
   * @param inside is told, by an attribute, where the page's `color-scheme` does not hold
   */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly probe: HTMLElement,
    private readonly inside: HTMLElement,
  ) {
    host.addController(this);
    // Whoever changes colours, and however.
    probe.addEventListener('transitionend', this.follow);
  }

  hostConnected(): void {
    // With the first frame, for which styles are computed anyway; of what the page leaves out until somebody comes near,
    // only then.
    requestAnimationFrame(() => {
      if (this.host.checkVisibility?.({ contentVisibilityAuto: true }) ?? true) this.follow();
    });
  }

  readonly follow = (): void => {
    if (!this.host.isConnected) return;
    const { outlineColor, backgroundColor } = getComputedStyle(this.probe);
    const given: Scheme = backgroundColor === 'rgb(0, 0, 0)' ? 'dark' : 'light';
    const wanted = saysScheme(this.host) ? undefined : schemeFor(outlineColor);
    if (wanted === undefined || wanted === given) delete this.inside.dataset['scheme'];
    else this.inside.dataset['scheme'] = wanted;
  };
}
