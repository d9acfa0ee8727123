/** The page's address as a figure's memory: follows links to a moment, and keeps the address at this one. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnyFigure } from '../figure';
import { isOn } from './attributes';
import { isAbout, readLink, type Link } from './link';

/** How long settings must rest before the address follows, in milliseconds: browsers limit how often it may change. */
const REST = 300;
/** How long a figure says that its link was copied, in milliseconds. */
const COPIED = 2000;

export interface AddressOptions {
  /** The figure that stands there; undefined until it has come. */
  readonly figure: () => AnyFigure | undefined;
  /** Name of the figure that is to stand there. */
  readonly name: () => string;
  /** Called when there is a link to a figure that has yet to come; it will be followed then. */
  readonly awaited: () => void;
  /** The link to this moment. */
  readonly link: () => string;
  /** Called with what a link to the figure asks for. */
  readonly follow: (link: Link) => void;
}

export class Address implements ReactiveController {
  /** Whether the link was copied just now. */
  copied = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: AddressOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.follow);
    clearTimeout(this.#timer);
  }

  /** The address is the figure's to use: in the tutorial, not in somebody's post. */
  get ours(): boolean {
    return isOn(this.host, 'linked');
  }

  readonly follow = (): void => {
    if (!this.ours || location.hash.length < 2) return;
    const { figure, name, awaited, follow } = this.options;
    const here = figure();
    const link = here && readLink(location.hash, here);
    if (link) follow(link);
    else if (!here && isAbout(location.hash, name())) awaited();
  };

  /** Whether this entry of the browser's history is one that {@link turn} made or left. */
  get turning(): boolean {
    return (history.state as { readonly turned?: boolean } | null)?.turned === true;
  }

  /** The browser's "back" shall lead to the moment that stands here now, from whatever comes next. */
  turn(): void {
    if (!this.ours) return;
    const link = this.options.link();
    const turned = { ...(history.state as object | null), turned: true };
    try {
      history.replaceState(turned, '', link);
      history.pushState(turned, '', link);
    } catch {
      // A sandboxed frame may not touch its address; undo still leads back.
    }
  }

  keepLater(): void {
    if (!this.ours) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), REST);
  }

  /** At once: an entry made by {@link turn} must differ from the one before, or "back" is told to nobody. */
  keep(): void {
    if (!this.ours) return;
    clearTimeout(this.#timer);
    try {
      history.replaceState(history.state, '', this.options.link());
    } catch {
      // A sandboxed frame may not touch its address; the copied link still works.
    }
  }

  /** Puts the address of this moment into the clipboard. */
  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(new URL(this.options.link(), location.href).href);
    } catch {
      // Without a clipboard the address bar holds the link already.
      return;
    }
    this.#say(true);
    setTimeout(() => this.#say(false), COPIED);
  }

  #say(copied: boolean): void {
    this.copied = copied;
    this.host.requestUpdate();
  }
}
