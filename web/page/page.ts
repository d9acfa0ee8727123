/**
 * What the page does beyond its figures. It holds up neither the document nor its first paint; without it the
 * page is complete but still.
 */
import { keepInSight } from './beside';
import { loadFigures, sayWhatLacks } from './figures';
import { layOutInTurn } from './laid';
import { followReader } from './navigation';
import { keepForOffline } from './offline';
import { unfoldForPrint } from './print';
import { keepReading } from './reading';
import { explainTerms } from './terms';
import { unfoldTarget } from './unfold';
import { offerWalks } from './words/walk';
import { startWords } from './words/word';
import { startThemeSwitch } from './theme';

/** Of pages that have them beside themselves: the addresses of the service worker, and of the figures' script. */
const { offline: worker, figures } = document.currentScript?.dataset ?? {};

document.addEventListener('DOMContentLoaded', () => {
  const navigation = document.querySelector<HTMLElement>('nav.chapters');
  if (navigation) keepReading((told) => followReader(navigation, told));
  const button = document.querySelector<HTMLButtonElement>('button.theme');
  if (button) startThemeSwitch(button);
  keepInSight(() => document.querySelectorAll<HTMLElement>('.beside > gd-figure'));
  layOutInTurn([...document.querySelectorAll<HTMLElement>('.chapter')]);
  unfoldForPrint();
  explainTerms(document);
  startWords(document);
  offerWalks(document);
  // Offers, below each of them, to take it along.
  for (const figure of document.querySelectorAll('gd-figure[linked]')) figure.setAttribute('take', '');
  unfoldTarget();
  if (worker !== undefined) void keepForOffline(worker);
  // A page in one file has the figures' script inside.
  if (figures === undefined) sayWhatLacks();
  else loadFigures(figures);
});
