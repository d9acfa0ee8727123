/** A link into something that is folded away unfolds it, as does a link to the fold itself. */
export function unfoldTarget(): void {
  const unfold = (): void => {
    const target = document.getElementById(location.hash.slice(1));
    const fold = target?.closest('details');
    if (!target || !fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();
}
