/**
 * Keeps a `<canvas>` painted with a landscape: only while it can be seen, at most once a frame, in the
 * colours its style sheet gives it. The ground is painted anew when it or the look changes; what lies
 * on it is drawn over a kept picture.
 */
import { turned, type Look } from '../plot/look';
import { lens, type Lens } from '../plot/surface';
import { newFrame, paintGround, paletteFor, type Frame, type Palette, type Rgb } from '../plot/surface-pixels';
import { computed } from '../style/colour';
import { surface, palette as ideas, terrainSteps } from '../style/tokens';
import { follow } from './drag';
import type { SurfaceScene } from './surface-scene';
import { drawOverlay, type Colours } from './surface-overlay';

/** Pixels of the ground's picture per CSS pixel: at rest, and while turning on a slow machine. */
const FINE = 2;
const COARSE = 1;
/** A painting that takes longer, in ms, is made coarse while the block turns. */
const SLOW = 12;
/** Degrees per pixel of drag. */
const PER_PIXEL = 0.5;

function channels(colour: string): Rgb {
  const [red, green, blue] = computed(colour);
  return [red, green, blue];
}

const brightness = ([r, g, b]: Rgb): number => 0.3 * r + 0.59 * g + 0.11 * b;

export class SurfacePainter {
  #scene: SurfaceScene | undefined;
  #look: Look = { turn: 0, tilt: 90 };
  #turning = false;
  #visible = false;
  #due = 0;
  #refine: ReturnType<typeof setTimeout> | undefined;
  #colours: Colours | undefined;
  #palette: { readonly made: Palette; readonly scene: SurfaceScene } | undefined;
  #frame: Frame | undefined;
  #lens: Lens | undefined;
  /** What the kept picture of the ground shows. */
  #painted = '';
  #paintedGround: unknown;
  #took = 0;
  #sight: IntersectionObserver | undefined;
  readonly #picture = document.createElement('canvas');

  constructor(private readonly canvas: HTMLCanvasElement) {
    // Whoever changes the theme, and however: the letters' colour changes with it.
    canvas.addEventListener('transitionend', () => {
      this.#colours = undefined;
      this.#later();
    });
    canvas.addEventListener('pointerdown', (e) => this.#grab(e));
    this.start();
  }

  start(): void {
    this.#sight = new IntersectionObserver((seen) => {
      this.#visible = seen.some((e) => e.isIntersecting);
      if (this.#visible) this.#later();
      else this.#release();
    });
    this.#sight.observe(this.canvas);
  }

  stop(): void {
    this.#sight?.disconnect();
    cancelAnimationFrame(this.#due);
    clearTimeout(this.#refine);
    this.#due = 0;
    this.#visible = false;
    this.#release();
  }

  /** Out of sight it keeps only what the canvas itself shows. */
  #release(): void {
    this.#frame = undefined;
    this.#painted = '';
    Object.assign(this.#picture, { width: 0, height: 0 });
  }

  show(scene: SurfaceScene): void {
    this.#scene = scene;
    if (!this.#turning) this.#look = scene.look;
    this.#later();
  }

  /** Turns with the pointer; the scene's owner hears of it when the pointer lets go. */
  #grab(e: PointerEvent): void {
    const from = this.#look;
    let start: readonly [number, number] | undefined;
    this.#turning = true;
    follow(
      e,
      (x, y) => {
        start ??= [x, y];
        this.#look = turned(from, { turn: (start[0] - x) * PER_PIXEL, tilt: (y - start[1]) * PER_PIXEL });
        this.#later();
      },
      () => {
        this.#turning = false;
        this.#later();
        this.#scene?.turned(this.#look);
      },
    );
  }

  #later(): void {
    if (!this.#visible || !this.#scene || this.#due) return;
    this.#due = requestAnimationFrame(() => {
      this.#due = 0;
      this.#paint();
    });
  }

  #paint(): void {
    const scene = this.#scene;
    const context = this.canvas.getContext('2d');
    if (!scene || !context) return;
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    const [w, h] = [Math.round(scene.width * ratio), Math.round(scene.height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      Object.assign(this.canvas, { width: w, height: h });
      Object.assign(this.canvas.style, { width: `${scene.width}px`, height: `${scene.height}px` });
    }
    this.#paintGround(scene);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, w, h);
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#picture, 0, 0, w, h);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (this.#lens && this.#frame && this.#colours)
      drawOverlay({ context, scene, lens: this.#lens, frame: this.#frame, colours: this.#colours });
  }

  #paintGround(scene: SurfaceScene): void {
    const coarse = this.#turning && this.#took > SLOW;
    const scale = coarse ? COARSE : FINE;
    const key = `${scene.width} ${scene.height} ${this.#look.turn} ${this.#look.tilt} ${scale}`;
    const colours = this.#colours;
    const palette = this.#paletteFor(scene);
    if (key === this.#painted && scene.ground === this.#paintedGround && colours === this.#colours) return;
    const [w, h] = [scene.width * scale, scene.height * scale];
    if (this.#frame?.width !== w || this.#frame.height !== h) {
      this.#frame = newFrame(w, h);
      Object.assign(this.#picture, { width: w, height: h });
    }
    this.#lens = lens(scene.ground, this.#look, scene.width, scene.height);
    const began = performance.now();
    paintGround(this.#frame, scene.ground, this.#lens, palette, scale);
    if (!coarse) this.#took = performance.now() - began;
    const data = new ImageData(new Uint8ClampedArray(this.#frame.pixels.buffer as ArrayBuffer), w, h);
    this.#picture.getContext('2d')?.putImageData(data, 0, 0);
    this.#painted = key;
    this.#paintedGround = scene.ground;
  }

  #paletteFor(scene: SurfaceScene): Palette {
    const known = this.#palette;
    const g = scene.ground;
    if (known && this.#colours && known.scene.ground.lines === g.lines && known.scene.ground.tinted === g.tinted)
      return known.made;
    const colours = (this.#colours = this.#readColours());
    const of = (name: string): Rgb => channels(colours.get(name) ?? '');
    const [inkColour, paper] = [of('ink'), of('card')];
    const dark = brightness(inkColour) > brightness(paper);
    const made = paletteFor(g, {
      ramp: Array.from({ length: terrainSteps }, (_, i) => of(`terrain-${i}`)),
      ink: inkColour,
      // In the dark theme ink is bright: full light borrows a little of it, and shade is the page's own dark.
      shade: dark ? (paper.map((c) => c * 0.35) as unknown as Rgb) : inkColour,
      light: dark ? (of('terrain-0').map((c) => Math.min(255, c * 1.7 + 24)) as unknown as Rgb) : paper,
      wall: of('rule'),
    });
    this.#palette = { made, scene };
    return made;
  }

  /** Custom properties may hold anything that names a colour; only a property that uses one says which. */
  #readColours(): Colours {
    const names = [
      ...Object.keys(ideas),
      ...Object.keys(surface),
      ...Array.from({ length: terrainSteps }, (_, i) => `terrain-${i}`),
    ];
    const { style } = this.canvas;
    const read = names.map((name): [string, string] => {
      style.backgroundColor = `var(--gd-${name})`;
      return [name, getComputedStyle(this.canvas).backgroundColor];
    });
    style.backgroundColor = '';
    return new Map(read);
  }
}
