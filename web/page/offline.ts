/**
 * Keeps the tutorial for reading without a connection, where it comes from a server that lets it, and says
 * when the server has a new version. Everywhere else the page simply works as it is.
 */

/** A developer's own machine, where something else may soon be served under the same address. */
const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/**
 * Whether a content security policy lets a page start a worker that lies on its own server. Asked first,
 * because a browser logs an error when it has to refuse.
 *
 * @param policy the header's text; `null` where there is none
 */
export function allowsWorker(policy: string | null, origin: string): boolean {
  const policies = (policy ?? '').toLowerCase().split(',');
  return policies.every((one) => {
    const directives = one.split(';').map((directive) => directive.trim().split(/\s+/));
    const ruling = ['worker-src', 'child-src', 'script-src', 'default-src']
      .map((name) => directives.find(([first]) => first === name))
      .find((directive) => directive !== undefined);
    return !ruling || ruling.some((source) => ["'self'", '*', 'https:', origin].includes(source));
  });
}

/** Whether the server has the worker and lets it run. One that was taken away takes its copies along. */
async function offered(script: string): Promise<boolean> {
  const answer = await fetch(script, { method: 'HEAD', cache: 'no-store' });
  // An answer that is not read to its end, even an empty one, counts as broken off.
  await answer.text();
  const { status, ok, headers } = answer;
  if (status === 404 || status === 410) {
    const registration = await navigator.serviceWorker.getRegistration();
    const ours = registration?.active?.scriptURL === new URL(script, document.baseURI).href;
    if (ours) await registration.unregister();
  }
  return ok && allowsWorker(headers.get('content-security-policy'), location.origin);
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

/** One line at the window's lower edge. */
function sayNewVersion(reload: () => void): void {
  document.querySelector('.update')?.remove();
  const line = document.createElement('aside');
  line.className = 'update';
  line.setAttribute('aria-label', 'New version');
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  line.append(
    words,
    button('Reload', reload),
    button('Later', () => line.remove()),
  );
  document.body.append(line);
  // After it is there: a screen reader speaks of what changes in a place that it knows.
  words.textContent = 'A new version of this page is there.';
}

function watchVersions(registration: ServiceWorkerRegistration): void {
  const offer = (worker: ServiceWorker): void => {
    // A page that came straight from the server is the new version already.
    if (navigator.serviceWorker.controller) sayNewVersion(() => worker.postMessage('downhill:update'));
  };
  const watch = (worker: ServiceWorker | null): void =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  if (registration.waiting) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/**
 * Starts keeping.
 *
 * @param script address of the service worker
 */
export async function keepForOffline(script: string): Promise<void> {
  const fromServer = /^https?:$/.test(location.protocol) && !LOOPBACK.test(location.hostname);
  if (!fromServer || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data === 'downhill:reload') location.reload();
  });
  try {
    if (navigator.onLine && (await offered(script))) watchVersions(await navigator.serviceWorker.register(script));
  } catch {
    // Without a connection, or refused by the browser: then what is there must do.
  }
}
