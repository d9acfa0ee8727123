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
import { offerSearch } from './search/opener';
import { explainTerms } from './terms';
import { unfoldTarget } from './unfold';
import { offerWalks } from './words/walk';
import { startWords } from './words/word';
import { startThemeSwitch } from './theme';

/** Of pages that have them beside themselves: the addresses of the service worker, and of the figures' and the search's scripts. */
const { offline: worker, figures, search } = document.currentScript?.dataset ?? {};

document.addEventListener('DOMContentLoaded', () => {
  const navigation = document.querySelector<HTMLElement>('nav.chapters');
  if (navigation) keepReading((told) => followReader(navigation, told));
  const theme = document.querySelector<HTMLButtonElement>('button.theme');
  if (theme) startThemeSwitch(theme);
  const searching = document.querySelector<HTMLButtonElement>('button.search');
  if (searching) offerSearch(searching, search);
  keepInSight(() => document.querySelectorAll<HTMLElement>('.beside > gd-figure'));
  layOutInTurn([...document.querySelectorAll<HTMLElement>('.chapter, .glossary, .end-matter')]);
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
