/**
 * A figure taller than the window holds its lower edge in view instead of its upper one, so that its
 * controls can be reached while the text beside it scrolls. The style sheet needs its height for that.
 */
export function keepInReach(columns: Iterable<HTMLElement>): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0;
      (target as HTMLElement).style.setProperty('--height', `${Math.ceil(height)}px`);
    }
  });
  for (const column of columns) sizes.observe(column);
}
