/**
 * Tells the page that holds the frame how tall the figure is, so that nothing scrolls inside the frame.
 * Twice each time: as an object of our own, and as the text that resizers of many sites understand.
 */

/** How long the page may take to follow before the frame scrolls after all, in milliseconds. */
const PATIENCE = 1000;

/** Starts telling. Does nothing in a window of its own. */
export function reportHeight(): void {
  if (window.parent === window) return;
  const root = document.documentElement;
  root.classList.add('framed');
  let height = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    // Nobody may know the other's origin, and a height is no secret.
    window.parent.postMessage({ type: 'downhill:resize', height, src: location.href }, '*');
    window.parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*');
  };
  const judge = (): void => {
    clearTimeout(timer);
    if (innerHeight >= height) root.classList.remove('cramped');
    // A page that does not listen must not keep the controls from the reader.
    else timer = setTimeout(() => root.classList.add('cramped'), PATIENCE);
  };
  new ResizeObserver(() => {
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now <= 0 || now === height) return;
    height = now;
    tell();
    judge();
  }).observe(document.body);
  addEventListener('resize', judge);
  // Once more for a page whose own script came later than the frame.
  addEventListener('load', () => {
    if (height > 0) tell();
  });
}
