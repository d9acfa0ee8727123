/**
 * A figure's entrance. To style, lay out and paint all of it at once would cost somebody who scrolls a frame. So it is
 * laid out out of sight, behind what still stands for it: the stage first, then the rest; and then takes its place.
 */
import { pause } from '../../engine/pause';

export class Curtain {
  /** Settled when the figure stands in its place; undefined while nothing is hidden. */
  down: Promise<void> | undefined;

  /**
   * @param inside holds the figure and what stands for it, and is told by an attribute what is to be laid out
   * @param raised called when the figure is to be drawn alone
   */
  constructor(
    private readonly inside: HTMLElement,
    private readonly raised: () => void,
  ) {}

  /** For what is drawn in this task. It rises by itself. */
  lower(): void {
    this.down ??= this.#raise();
  }

  async #raise(): Promise<void> {
    for (const part of ['stage', 'all']) {
      this.inside.dataset['behind'] = part;
      await pause();
    }
    delete this.inside.dataset['behind'];
    this.down = undefined;
    this.raised();
  }
}
