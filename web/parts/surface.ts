/**
 * A landscape as a shaded block that the reader turns: by dragging, by touch (sideways; up and down
 * scrolls the page), and with the arrow keys: left and right turn it, up and down tilt it (with Shift
 * three times as far, with Alt by single degrees), Home puts it back. It costs nothing until it is seen,
 * and where there is no canvas nothing is lost but the view: everything on it is on the map as well.
 *
 * ```ts
 * surface({
 *   width, height: 300,
 *   ground: ground({ field, x, y, levels }), // made once for each function; the same object is not painted twice
 *   look: v.settings.look, home: LOOK,
 *   lines: [{ points: path, ink: 'parameter-line' }], // x, y, x, y, ...
 *   marks: [{ at: [x, y], kind: 'ball' }],
 *   label: 'The loss as a surface', turned: (look) => v.set({ ... }), place: (x, y) => v.set({ ... }),
 * })
 * ```
 */
import { html, noChange, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';
import { round } from '../plot/curve';
import { lookInWords, turned, type Look } from '../plot/look';
import { heightAt, lens } from '../plot/surface';
import { follow, toLocal } from './drag';
import type { SurfacePainter } from './surface-painter';
import type { SurfaceScene } from './surface-scene';

export interface SurfaceOptions extends SurfaceScene {
  /** What it shows, for a screen reader. */
  readonly label: string;
  /** Where Home leads. */
  readonly home: Look;
  /**
   * Lets the pointer take the first ball along the ground. Keys have the ball's handle on the map, so
   * this is no second stop for them.
   */
  readonly place?: (x: number, y: number) => void;
}

/** The painter is a piece of its own, which comes with the first surface. */
class Painted extends AsyncDirective {
  #painter: SurfacePainter | undefined;
  #scene: SurfaceScene | undefined;
  #coming = false;

  /** The static page shows the map in its place. */
  override render(_scene: SurfaceScene): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [scene]: Parameters<this['render']>): typeof noChange {
    const canvas = part.element as HTMLCanvasElement;
    // It has its room before there is anything to see, and while it is out of sight.
    Object.assign(canvas.style, { width: `${scene.width}px`, height: `${scene.height}px` });
    this.#scene = scene;
    if (this.#painter) this.#painter.show(scene);
    else void this.#begin(canvas);
    return noChange;
  }

  async #begin(canvas: HTMLCanvasElement): Promise<void> {
    if (this.#coming) return;
    this.#coming = true;
    try {
      const { SurfacePainter } = await import('./surface-painter');
      this.#painter ??= new SurfacePainter(canvas);
      if (!this.isConnected) this.#painter.stop();
      if (this.#scene) this.#painter.show(this.#scene);
    } catch {
      // What next changes tries again; all that the surface shows is on the map as well.
      canvas.title = 'The surface could not be loaded.';
    }
    this.#coming = false;
  }

  protected override disconnected(): void {
    this.#painter?.stop();
  }

  protected override reconnected(): void {
    this.#painter?.start();
  }
}

const painted = directive(Painted);

const KEYS: Readonly<Record<string, Look>> = {
  ArrowLeft: { turn: -5, tilt: 0 },
  ArrowRight: { turn: 5, tilt: 0 },
  ArrowUp: { turn: 0, tilt: 5 },
  ArrowDown: { turn: 0, tilt: -5 },
};

function key(e: KeyboardEvent, o: SurfaceOptions): void {
  const by = KEYS[e.key];
  if ((!by && e.key !== 'Home') || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  const scale = e.shiftKey ? 3 : e.altKey ? 0.2 : 1;
  o.turned(by ? turned(o.look, { turn: by.turn * scale, tilt: by.tilt * scale }) : o.home);
}

/** An unseen grip over the ball: fingers may pull it any way, where on the canvas up and down would scroll. */
function ballGrip(o: SurfaceOptions): SVGTemplateResult | string {
  const ball = o.marks?.find((m) => m.kind === 'ball');
  const { place } = o;
  if (!ball || !place) return '';
  const h = heightAt(o.ground, ...ball.at);
  if (!Number.isFinite(h)) return '';
  const l = lens(o.ground, o.look, o.width, o.height);
  const at = l.place(...ball.at, h);
  const press = (e: PointerEvent): void => {
    const [px, py] = toLocal(e, e.currentTarget as Element);
    let first = true;
    follow(e, (x, y) => {
      const to = first ? undefined : l.strike(x + at.x - px, y + at.y - py);
      first = false;
      if (to) place(...to);
    });
  };
  return svg`<circle class="grip handle" cx=${round(at.x)} cy=${round(at.y)} r="22" @pointerdown=${press}></circle>`;
}

export function surface(o: SurfaceOptions): TemplateResult {
  return html`<div class="surface-room">
    <canvas
      class="surface"
      part="surface"
      role="slider"
      tabindex="0"
      aria-label=${o.label}
      aria-valuenow=${Math.round(o.look.turn)}
      aria-valuemin="0"
      aria-valuemax="360"
      aria-valuetext=${lookInWords(o.look)}
      aria-roledescription="view to turn"
      ${painted(o)}
      @keydown=${(e: KeyboardEvent) => key(e, o)}
    ></canvas>
    <svg
      class="surface-hands"
      width=${o.width}
      height=${o.height}
      viewBox=${`0 0 ${o.width} ${o.height}`}
      aria-hidden="true"
    >
      ${ballGrip(o)}
    </svg>
  </div>`;
}
