/**
 * Runs before everything else in `downhill.js`: brings the pieces of the script from beside it, when they are asked
 * for. Linking is SystemJS's work; here stands only where pieces are, and how a page may be asked for them: as classic
 * scripts, which work from disk and under a policy that knows nothing but `'self'`.
 *
 * Pieces call the same, whatever their version. Each says by their hashes which others it belongs to, so that
 * two versions in one page stay apart.
 */
import { makeSystem, type Declare, type Exporting, type Registration, type System } from 'virtual:system';

/** What pieces call, and the script that they belong to. */
export interface Pieces {
  register: System['register'];
  /**
   * Starts the script itself, at once; when it has been started from this address already, nothing happens.
   *
   * @param file its address from beside the script that is running
   * @returns what it exports
   */
  begin(file: string, declare: Declare): object;
}

interface ScriptAddresses {
  createScriptURL(url: string): string;
}

declare global {
  /** Of browsers that have it, as far as it is used here. */
  var trustedTypes: { createPolicy(name: string, rules: ScriptAddresses): ScriptAddresses } | undefined;
}

/** Where pieces find it; a symbol, so that the page gets no other name from us than `Downhill`. */
const PIECES = Symbol.for('downhill.pieces');

/** The name of the script, should it be started by something that hides its address. */
const NAME = /\bdownhill(\.[\w-]+)?\.js\b/;

function ownAddress(): string {
  const running = document.currentScript;
  if (running instanceof HTMLScriptElement && running.src) return running.src;
  return [...document.scripts].find(({ src }) => NAME.test(src))?.src ?? document.baseURI;
}

/** Where a page lets only policies that it knows name scripts, ours is `downhill`; undefined where nothing asks for one. */
function addresses(): ScriptAddresses | undefined {
  try {
    return globalThis.trustedTypes?.createPolicy('downhill', { createScriptURL: (url) => url });
  } catch {
    // The page does not know it: then a piece cannot be had, which its figure says.
    return undefined;
  }
}

/** A piece, registered by the time that its script has run. */
function fetchPiece(address: string, registered: () => Registration | undefined): Promise<Registration> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    const lost = (): void => {
      script.remove();
      reject(new Error(`A piece of the figures could not be loaded: ${address}`));
    };
    script.addEventListener('error', lost);
    script.addEventListener('load', () => {
      const piece = registered();
      if (!piece) return lost();
      script.remove();
      resolve(piece);
    });
    document.head.append(script);
  });
}

function makePieces(): Pieces {
  const system = makeSystem();
  const policy = addresses();
  /** Scripts that are running: pieces import from them, but they are never fetched. */
  const running = new Map<string, { readonly exports: object; readonly piece: Registration }>();
  /** How often a piece could not be had. SystemJS remembers a failure for good, so a new try has a new address. */
  const failures = new Map<string, number>();
  const plain = (url: string): string => url.replace(/\?.*/, '');
  const failed = (url: string): void => void failures.set(plain(url), (failures.get(plain(url)) ?? 0) + 1);

  system.resolve = (id, from) => {
    const { href } = new URL(id, from);
    const tries = failures.get(href);
    return tries ? `${href}?again=${tries}` : href;
  };
  system.instantiate = async (url) => {
    const piece = running.get(url)?.piece;
    if (piece) return piece;
    try {
      return await fetchPiece(policy?.createScriptURL(url) ?? url, () => system.getRegister());
    } catch (problem) {
      failed(url);
      throw problem;
    }
  };
  const ask = async (id: string, from: string): Promise<object> => {
    const url = system.resolve(id, from);
    try {
      return await system.import(url);
    } catch (problem) {
      // One that came may have lacked another.
      if (url === system.resolve(id, from)) failed(url);
      throw problem;
    }
  };

  return {
    register: (dependencies, declare) => system.register(dependencies, declare),
    begin(file, declare) {
      const url = new URL(file, ownAddress()).href.replace(/[?#].*/, '');
      const before = running.get(url);
      if (before) return before.exports;
      const exports: Record<string, unknown> = {};
      let publish: Exporting = () => undefined;
      const piece: Registration = [
        [],
        (exporting) => {
          publish = exporting;
          exporting(exports);
          return {};
        },
      ];
      running.set(url, { exports, piece });
      const { execute } = declare(
        (name, value) => {
          Object.assign(exports, typeof name === 'string' ? { [name]: value } : name);
          publish(name, value);
          return value;
        },
        { import: (id) => ask(id, url), meta: { url } },
      );
      execute?.();
      return exports;
    },
  };
}

/** No name among the page's own. */
const place: { [PIECES]?: Pieces } = globalThis as object;
place[PIECES] ??= makePieces();
