/** Finds what a reader types: every word of it, in any order, at the beginning of words; without regard to case or accents. */
import type { Block, ChapterText, Index, Shown, Term } from './index';

/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export interface ChapterFound {
  readonly chapter: ChapterText;
  readonly places: number;
  readonly first: Block;
  readonly excerpt: readonly Piece[];
}

export interface Found {
  readonly terms: readonly Term[];
  readonly chapters: readonly ChapterFound[];
  readonly figures: readonly Shown[];
  readonly places: number;
}

export const NOTHING: Found = { terms: [], chapters: [], figures: [], places: 0 };

/** Most of a kind that are shown: more would be a second page. */
const MOST = { terms: 3, chapters: 5, figures: 3 } as const;
/** Characters of an excerpt, and those before what was found. */
const EXCERPT = 120;
const BEFORE = 40;

/** One plain letter for each letter, so that places in the one are places in the other. */
export function plain(text: string): string {
  return Array.from(text, (c) => {
    const base = c.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return base.length === c.length ? base : c.toLowerCase().length === c.length ? c.toLowerCase() : c;
  }).join('');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A search for each word; none where there is too little to look for. */
export function wanted(query: string): RegExp[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.join('').length < 2) return [];
  // Within a word only what is no letter itself, as in a formula.
  return words.map(
    (word) => new RegExp(`${/^[\p{L}\p{N}]/u.test(word) ? '(?<![\\p{L}\\p{N}])' : ''}${escaped(word)}`, 'gu'),
  );
}

const has = (text: string, words: readonly RegExp[]): boolean => words.every((word) => plain(text).search(word) >= 0);

function marksIn(text: string, words: readonly RegExp[]): [number, number][] {
  const all = words.flatMap((word) =>
    [...plain(text).matchAll(word)].map((m): [number, number] => [m.index, m.index + m[0].length]),
  );
  return all.sort(([a], [b]) => a - b);
}

/** The text around the first place, its marks told apart. */
export function excerptOf(text: string, words: readonly RegExp[]): Piece[] {
  const marks = marksIn(text, words);
  const first = marks[0]?.[0] ?? 0;
  const begin = first <= BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
  const wide = begin + EXCERPT;
  const end = wide >= text.length ? text.length : Math.max(text.lastIndexOf(' ', wide), marks[0]?.[1] ?? wide);
  const pieces: Piece[] = [];
  const add = (to: number, found: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), found });
    at = Math.max(at, to);
  };
  let at = begin;
  for (const [from, to] of marks) {
    if (from >= end) break;
    add(from, false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  if (begin > 0) pieces.unshift({ text: '… ', found: false });
  if (end < text.length) pieces.push({ text: ' …', found: false });
  return pieces;
}

function inChapter(chapter: ChapterText, words: readonly RegExp[]): ChapterFound[] {
  const blocks = chapter.blocks.filter(({ text }) => has(text, words));
  const [first] = blocks;
  return first ? [{ chapter, places: blocks.length, first, excerpt: excerptOf(first.text, words) }] : [];
}

/** Those whose name says it come before those that only speak of it. */
function byName<T>(
  all: readonly T[],
  name: (one: T) => string,
  text: (one: T) => string,
  words: readonly RegExp[],
): T[] {
  const named = all.filter((one) => has(name(one), words));
  return [...named, ...all.filter((one) => !named.includes(one) && has(`${name(one)} ${text(one)}`, words))];
}

export function find(index: Index, query: string): Found {
  const words = wanted(query);
  if (!words.length) return NOTHING;
  const chapters = index.chapters.flatMap((chapter) => inChapter(chapter, words));
  const terms = byName(
    index.terms,
    (t) => t.name,
    () => '',
    words,
  );
  return {
    terms: terms.slice(0, MOST.terms),
    chapters: [...chapters].sort((a, b) => b.places - a.places).slice(0, MOST.chapters),
    figures: byName(
      index.figures,
      (f) => f.title,
      (f) => (f.word ? '' : f.about),
      words,
    ).slice(0, MOST.figures),
    places: chapters.reduce((sum, { places }) => sum + places, 0),
  };
}
