/**
 * For a page that shows figures in frames: makes each frame as tall as what is in it.
 *
 *     <script src="frame-height.js"></script>
 *     <iframe src="https://their.example/figure.html#learning-rate?step=4" title="Four learning rates"
 *       width="100%" height="720" sandbox="allow-scripts" loading="lazy"></iframe>
 *
 * It stands before the frames, so that it listens before they speak. A figure's page tells its height in CSS pixels,
 * at first and whenever it changes. Anybody may send such a message, so it counts only from a frame in this page whose
 * address, or whose text (`srcdoc`), is a figure's, for that frame alone, and within bounds.
 */
addEventListener(
  'message',
  (/** @type {MessageEvent<{ type?: string, height?: unknown } | null>} */ { source, data }) => {
    const shortest = 100;
    const tallest = 3000;
    const height = data?.type === 'downhill:resize' ? data.height : undefined;
    if (typeof height !== 'number' || !Number.isFinite(height)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      const isFigure = frame.srcdoc
        ? /<html[^>]* data-figure=/.test(frame.srcdoc.slice(0, 500))
        : /\/(figure|figures\/[\w-]+)(\.html)?$/.test(new URL(frame.src, location.href).pathname);
      if (isFigure && frame.contentWindow === source)
        frame.style.height = `${Math.min(tallest, Math.max(shortest, Math.ceil(height)))}px`;
    }
  },
);
