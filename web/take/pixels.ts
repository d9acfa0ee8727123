/** Pictures from drawings, by the browser's own means. */

/** An address that holds the drawing itself: a strict policy lets pictures come from `data:`, and not from elsewhere. */
export function asAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/**
 * A PNG of an SVG.
 *
 * @param scale pixels per unit of the SVG's width and height
 */
export async function pixels(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = asAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.naturalWidth * scale, height: image.naturalHeight * scale });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture could not be painted.'))), 'image/png'),
  );
}
