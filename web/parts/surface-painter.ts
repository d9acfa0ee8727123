/**
 * Keeps a `<canvas>` painted with a landscape: only while it can be seen, at most once a frame, in the
 * colours its style sheet gives it. The ground is painted anew when it or the look changes; what lies
 * on it is drawn over a kept picture.
 */
import { ink, type InkName } from '../plot/ink';
import { heightAt, laid, lens, turned, type Lens, type Look, type Seen } from '../plot/surface';
import { inSight, newFrame, paintGround, paletteFor, type Frame, type Palette, type Rgb } from '../plot/surface-pixels';
import { surface, palette as ideas, terrainSteps } from '../style/tokens';
import { follow } from './drag';
import type { SurfaceMark, SurfaceScene } from './surface';

/** Pixels of the ground's picture per CSS pixel: at rest, and while turning on a slow machine. */
const FINE = 2;
const COARSE = 1;
/** A painting that takes longer, in ms, is made coarse while the block turns. */
const SLOW = 12;
/** Degrees per pixel of drag. */
const PER_PIXEL = 0.5;

type Colours = ReadonlyMap<string, string>;

function channels(colour: string): Rgb {
  const found = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  // `color(srgb r g b)` counts to 1, `rgb(r, g, b)` to 255.
  const unit = colour.startsWith('color') ? 255 : 1;
  return [(found[0] ?? 0) * unit, (found[1] ?? 0) * unit, (found[2] ?? 0) * unit];
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
    });
    this.#sight.observe(this.canvas);
  }

  stop(): void {
    this.#sight?.disconnect();
    cancelAnimationFrame(this.#due);
    clearTimeout(this.#refine);
    this.#due = 0;
    this.#visible = false;
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
    this.#overlay(context, scene);
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

  #colour(idea: string): string {
    return this.#colours?.get(idea) ?? '#000';
  }

  #overlay(c: CanvasRenderingContext2D, scene: SurfaceScene): void {
    const l = this.#lens;
    if (!l) return;
    c.lineCap = c.lineJoin = 'round';
    const { x, y } = scene.ground;
    for (const run of laid(scene.ground, l, [x[0], y[0], x[1], y[0], x[1], y[1], x[0], y[1], x[0], y[0]]))
      this.#stroke(c, run, 'rim-line', false);
    for (const line of scene.lines ?? [])
      for (const run of laid(scene.ground, l, line.points)) this.#stroke(c, run, line.ink);
    for (const arrow of scene.arrows ?? [])
      this.#arrow(c, scene, l, arrow.from, arrow.by, arrow.ink, arrow.head ?? true);
    for (const mark of scene.marks ?? []) this.#mark(c, scene, l, mark);
  }

  #pen(c: CanvasRenderingContext2D, name: InkName, faint = false): void {
    const i: { stroke?: string; width?: number; dash?: string; opacity?: number } = ink[name];
    c.strokeStyle = this.#colour(i.stroke ?? 'ink');
    c.lineWidth = i.width ?? 1;
    c.setLineDash(faint ? [2, 4] : (i.dash ?? '').split(' ').filter(Boolean).map(Number));
    c.globalAlpha = (i.opacity ?? 1) * (faint ? 0.45 : 1);
  }

  /** A line is bold where it is in sight, and a faint dotted one (or none) where ground lies before it. */
  #stroke(c: CanvasRenderingContext2D, run: readonly Seen[], name: InkName, through = true): void {
    const f = this.#frame;
    if (!f) return;
    const scale = f.width / (this.#scene?.width ?? f.width);
    const shown = run.map((p) => inSight(f, scale, p));
    for (const clear of through ? [false, true] : [true]) {
      const path = new Path2D();
      for (let k = 1; k < run.length; k++) {
        const [a, b] = [run[k - 1]!, run[k]!];
        if ((shown[k - 1]! && shown[k]!) !== clear) continue;
        if (k === 1 || (shown[k - 2]! && shown[k - 1]!) !== clear) path.moveTo(a.x, a.y);
        path.lineTo(b.x, b.y);
      }
      const bold = (ink[name] as { width?: number }).width ?? 1;
      if (clear && bold > 2) {
        c.strokeStyle = this.#colour('card');
        c.setLineDash([]);
        c.globalAlpha = 0.6;
        c.lineWidth = bold + 2.5;
        c.stroke(path);
      }
      this.#pen(c, name, !clear);
      c.stroke(path);
    }
    c.globalAlpha = 1;
    c.setLineDash([]);
  }

  /** An arrow that touches the ground where it starts, as steep as the ground is drawn there. */
  #arrow(
    c: CanvasRenderingContext2D,
    { ground }: SurfaceScene,
    l: Lens,
    [x, y]: readonly [number, number],
    [dx, dy]: readonly [number, number],
    name: InkName,
    head: boolean,
  ): void {
    const h = heightAt(ground, x, y);
    if (!Number.isFinite(h)) return;
    const small = 0.02;
    const [ahead, behind] = [
      heightAt(ground, x + dx * small, y + dy * small),
      heightAt(ground, x - dx * small, y - dy * small),
    ];
    const rise = Number.isFinite(ahead - behind) ? (ahead - behind) / (2 * small) : 0;
    const [from, to] = [l.place(x, y, h), l.place(x + dx, y + dy, h + rise)];
    const [ux, uy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(ux, uy);
    if (length < 2) return;
    const tip = head ? Math.min(9, length * 0.6) : 0;
    const base = [to.x - (ux / length) * tip, to.y - (uy / length) * tip] as const;
    c.beginPath();
    c.moveTo(from.x, from.y);
    c.lineTo(...base);
    c.strokeStyle = this.#colour('card');
    c.globalAlpha = 0.6;
    c.setLineDash([]);
    c.lineWidth = 4.5;
    c.stroke();
    this.#pen(c, name);
    c.stroke();
    c.setLineDash([]);
    if (head) {
      const [nx, ny] = [(-uy / length) * tip * 0.45, (ux / length) * tip * 0.45];
      c.beginPath();
      c.moveTo(to.x, to.y);
      c.lineTo(base[0] + nx, base[1] + ny);
      c.lineTo(base[0] - nx, base[1] - ny);
      c.fillStyle = c.strokeStyle;
      c.fill();
    }
    c.globalAlpha = 1;
  }

  #mark(c: CanvasRenderingContext2D, { ground, width }: SurfaceScene, l: Lens, mark: SurfaceMark): void {
    const h = heightAt(ground, ...mark.at);
    const f = this.#frame;
    if (!Number.isFinite(h) || !f) return;
    const p = l.place(...mark.at, h);
    c.globalAlpha = inSight(f, f.width / width, p) ? 1 : 0.35;
    const disc = (radius: number, fill: string): void => {
      c.beginPath();
      c.arc(p.x, p.y, radius, 0, 2 * Math.PI);
      c.fillStyle = this.#colour(fill);
      c.fill();
    };
    const clear = c.globalAlpha;
    if (mark.kind === 'ball') {
      c.globalAlpha = clear * 0.2;
      disc(15, 'parameter');
      c.globalAlpha = clear;
      disc(9.5, 'card');
      disc(7.5, 'parameter');
    } else if (mark.kind === 'dot') {
      disc(3.6, 'card');
      disc(2.6, 'parameter');
    } else {
      this.#pen(c, 'optimum-line');
      c.globalAlpha = clear;
      c.beginPath();
      // Lying flat, as the ground does at a bottom.
      const flat = Math.max(0.35, Math.sin((l.look.tilt * Math.PI) / 180));
      c.moveTo(p.x - 7, p.y);
      c.lineTo(p.x + 7, p.y);
      c.moveTo(p.x, p.y - 7 * flat);
      c.lineTo(p.x, p.y + 7 * flat);
      c.stroke();
    }
    c.globalAlpha = 1;
  }
}
