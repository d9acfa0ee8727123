/**
 * A figure keeps the keys it uses from the page around it, whose shortcuts cannot tell: seen from outside, every key
 * comes from the figure itself. Keys that mean nothing here - Escape, Tab, Ctrl+K - go on. What a page listens to in
 * the capturing phase it has heard before the figure; that cannot be helped.
 */

/** What decides about a key: the part of an event that does, so that it can be told without a page. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'> & {
  /** A letter that its keyboard makes with AltGr, which Windows reports as Ctrl and Alt. */
  readonly altGraph: boolean;
};

/** What a control is, as far as its keys are concerned. */
export type Control = 'line' | 'text' | 'range' | 'radio' | 'checkbox' | 'select' | 'button' | 'link' | 'none';

const KEYS = ['keydown', 'keypress', 'keyup'];
/** What becomes of keys in a text: a page that saves or looks at what is written on it would find a figure without a value. */
const WRITTEN = ['beforeinput', 'input', 'paste', 'cut'];
const ARROWS = /^Arrow(Left|Right|Up|Down)$/;
const PRESS = /^( |Enter)$/;

/** What each control does with plain keys, without anybody's script. Writing is another matter. */
const USES: Readonly<Record<Exclude<Control, 'line' | 'text'>, RegExp>> = {
  range: /^(Arrow(Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/,
  radio: /^(Arrow(Left|Right|Up|Down)| )$/,
  checkbox: /^ $/,
  select: /^(Arrow(Left|Right|Up|Down)|Home|End|PageUp|PageDown|Enter|.)$/u,
  button: PRESS,
  link: /^Enter$/,
  none: /^$/,
};

/** Whether a key, held with Ctrl or Cmd, edits a text: copies, undoes, goes a word further. */
const edits = (key: string): boolean => /^([acvxyz]|Backspace|Delete|Home|End)$/i.test(key) || ARROWS.test(key);

/** Whether a key writes, or moves about in what is written. */
function writes(key: Key, lines: boolean): boolean {
  if (key.isComposing || /^(Process|Dead|Unidentified)$/.test(key.key)) return true;
  const letter = [...key.key].length === 1;
  if (key.altGraph) return letter;
  if (key.ctrlKey || key.metaKey) return edits(key.key);
  // With Alt a Mac writes signs of its own; a plain letter then is somebody's shortcut.
  if (key.altKey) return (letter && !/^[a-z0-9]$/i.test(key.key)) || ARROWS.test(key.key) || key.key === 'Backspace';
  if (/^Page(Up|Down)$/.test(key.key)) return lines;
  return letter || ARROWS.test(key.key) || /^(Enter|Backspace|Delete|Home|End)$/.test(key.key);
}

/** Whether a control makes something of a key by itself. */
export function uses(control: Control, key: Key): boolean {
  if (control === 'line' || control === 'text') return writes(key, control === 'text');
  return !key.ctrlKey && !key.metaKey && !key.altKey && USES[control].test(key.key);
}

/** What an element is for keys; a disabled one is nothing. */
export function controlOf(element: Element): Control {
  if (element.matches(':disabled')) return 'none';
  if (element.closest('[contenteditable]:not([contenteditable=false])') || element.localName === 'textarea')
    return 'text';
  if (element.localName === 'select' || element.localName === 'button') return element.localName;
  if (element.localName === 'summary') return 'button';
  if (element.localName === 'a') return element.hasAttribute('href') ? 'link' : 'none';
  if (element.localName !== 'input') return 'none';
  const { type } = element as HTMLInputElement;
  if (type === 'range' || type === 'radio' || type === 'checkbox') return type;
  return /^(button|submit|reset|file|color|image)$/.test(type) ? 'button' : 'line';
}

/** Stops a figure's own keys at the edge of its shadow. */
export function keepKeys(root: ShadowRoot): void {
  /** Keys that went down here and were used: coming up they are the figure's, too. */
  const down = new Set<string>();

  const used = (event: KeyboardEvent, target: Element): boolean => {
    const altGraph = event.getModifierState('AltGraph');
    const { key, ctrlKey, metaKey, altKey, isComposing } = event;
    return event.defaultPrevented || uses(controlOf(target), { key, ctrlKey, metaKey, altKey, isComposing, altGraph });
  };
  const keeps = (event: KeyboardEvent, target: Element): boolean => {
    if (event.type === 'keyup') return down.delete(event.code);
    const kept = used(event, target);
    if (event.type === 'keydown') down[kept ? 'add' : 'delete'](event.code);
    return kept;
  };
  const keep = (event: Event): void => {
    const { target } = event;
    // What the page put into the figure's slots is the page's.
    if (!(target instanceof Element) || !root.contains(target)) return;
    if (!KEYS.includes(event.type) || keeps(event as KeyboardEvent, target)) event.stopPropagation();
  };
  for (const type of [...KEYS, ...WRITTEN]) root.addEventListener(type, keep);
}
