/** Light, dark, or as the system says. The choice is kept on this device where the browser allows it. */

type Choice = 'system' | 'light' | 'dark';

const order: readonly Choice[] = ['system', 'light', 'dark'];
const labels: Readonly<Record<Choice, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

/** Pages opened from disk share one storage, hence the prefix. */
const key = 'downhill-theme';

function stored(): Choice {
  try {
    const value = localStorage.getItem(key);
    return order.find((choice) => choice === value) ?? 'system';
  } catch {
    return 'system';
  }
}

function store(choice: Choice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A sandboxed or private page keeps the choice for this visit only.
  }
}

function apply(choice: Choice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** To be called before the page is drawn, so that it never flashes in the other theme. */
export function applyStoredTheme(): void {
  apply(stored());
}

/** Shows the switch and lets it go round the three choices. */
export function startThemeSwitch(button: HTMLButtonElement): void {
  let choice = stored();
  const show = (): void => {
    button.dataset.choice = choice;
    button.setAttribute('aria-label', `Colours: ${labels[choice]}`);
    button.title = `Colours: ${labels[choice]}`;
  };
  button.addEventListener('click', () => {
    choice = order[(order.indexOf(choice) + 1) % order.length]!;
    store(choice);
    apply(choice);
    show();
  });
  show();
  button.hidden = false;
}
