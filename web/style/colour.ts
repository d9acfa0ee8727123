/**
 * Colour arithmetic: mixing in OKLab, where equal steps look equal; the contrast ratio by which tests judge text, and
 * figures the page around them; and reading what browsers compute.
 */

type Triple = readonly [number, number, number];

/** Reads `#rrggbb` into linear-light red, green and blue, each 0 to 1. */
function linearRgb(hex: string): Triple {
  const channel = (at: number): number => {
    const encoded = parseInt(hex.slice(at, at + 2), 16) / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/**
 * Red, green and blue, 0 to 255, and opacity, 0 to 1, of a colour as browsers compute it: `rgb(28, 35, 48)`,
 * `rgba(0, 0, 0, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`. Black where it is none of these.
 */
export function computed(colour: string): readonly [red: number, green: number, blue: number, opacity: number] {
  const numbers = /^(rgba?|color)\(/.test(colour) ? (colour.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number) : [];
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers;
  const unit = colour.startsWith('color') ? 255 : 1;
  return [red * unit, green * unit, blue * unit, opacity];
}

/** `#rrggbb` of red, green and blue, 0 to 255, clamped to what a screen can show. */
export function hex(...channels: Triple): string {
  const byte = (channel: number): number => Math.round(Math.min(255, Math.max(0, channel)));
  return `#${channels.map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Writes linear-light red, green and blue as `#rrggbb`, clamped to what a screen can show. */
function hexOf(rgb: Triple): string {
  const encoded = (linear: number): number => {
    const light = Math.min(1, Math.max(0, linear));
    return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
  };
  return hex(encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2]));
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linearFromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/**
 * The colour a fraction of the way between two others.
 *
 * @param from `#rrggbb`
 * @param to `#rrggbb`
 * @param fraction 0 gives `from`, 1 gives `to`
 */
export function mix(from: string, to: string, fraction: number): string {
  const a = oklab(linearRgb(from));
  const b = oklab(linearRgb(to));
  const between = (i: 0 | 1 | 2): number => a[i] + (b[i] - a[i]) * fraction;
  return hexOf(linearFromOklab([between(0), between(1), between(2)]));
}

/** Spreads a few colour stops evenly over `count` colours, the first and last stop included. */
export function ramp(stops: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const place = (i / (count - 1)) * (stops.length - 1);
    const left = Math.min(Math.floor(place), stops.length - 2);
    return mix(stops[left]!, stops[left + 1]!, place - left);
  });
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [r, g, b] = linearRgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
