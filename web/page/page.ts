/**
 * What the page does beyond its figures. Loaded in the head, so that the reader's theme is there before
 * the first paint; everything else waits for the document. Without it the page is complete but still.
 */
import { keepInSight } from './beside';
import { followReader } from './navigation';
import { keepForOffline } from './offline';
import { unfoldForPrint } from './print';
import { offerToTake } from './take/take';
import { explainTerms } from './terms';
import { unfoldTarget } from './unfold';
import { applyStoredTheme, startThemeSwitch } from './theme';

applyStoredTheme();

/** Named by pages that have a service worker beside them. */
const worker = document.currentScript?.dataset.offline;

document.addEventListener('DOMContentLoaded', () => {
  const navigation = document.querySelector<HTMLElement>('nav.chapters');
  if (navigation) followReader(navigation);
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (button) startThemeSwitch(button);
  keepInSight(() => document.querySelectorAll<HTMLElement>('.beside > gd-figure'));
  unfoldForPrint();
  explainTerms(document);
  offerToTake(document);
  unfoldTarget();
  if (worker !== undefined) void keepForOffline(worker);
});
