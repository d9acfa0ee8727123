/** A file may be dropped on the picture; what reads it comes then. */
import { contents } from './coming';
import type { Seen } from './seen';

/** What is wrong with a dropped file is said in the drawer, which therefore opens. */
export function dropFile(v: Seen, e: DragEvent): void {
  e.preventDefault();
  v.set({ panel: 'more' }, { keepTime: true });
  v.setLocal({ drawer: 'points' });
  const file = e.dataTransfer?.files[0];
  const figure = (e.currentTarget as Element).getRootNode() as ShadowRoot;
  void contents.come().then((all) => all?.readDropped(v, file, figure));
}
