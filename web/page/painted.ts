/** Calls back once something has been painted, or soon after the next frame where a browser does not tell. */
export function oncePainted(go: () => void): void {
  if (PerformanceObserver.supportedEntryTypes.includes('paint')) {
    const watching = new PerformanceObserver(() => {
      watching.disconnect();
      go();
    });
    watching.observe({ type: 'paint', buffered: true });
  } else requestAnimationFrame(() => setTimeout(go));
}
