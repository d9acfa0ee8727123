/** The reader's own points: added, chosen and taken away one by one, or pasted and dropped as a table. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Table } from '../../engine/engine';
import { loadEngine } from '../../engine/load';
import { asCsv } from '../../parts/number-table';
import { brief } from '../../plot/format';
import { addPoint, choose, chosen, mayAdd, mayRemove, putBack, removePoint, takeFile } from './hands';
import { FARTHEST, MOST_POINTS, type Points } from './points';
import { HUBBLE_NAMES, inWords, namesOf } from './words';
import type { Seen } from './seen';

/** Larger files are somebody's mistake; a thousand rows take a fraction of it. */
const LARGEST_FILE = 1_000_000;

interface Problem {
  readonly text: string;
  /** 1-based line of the text, or -1. */
  readonly row: number;
}

interface Draft {
  readonly open?: boolean;
  readonly text?: string;
  readonly problem?: Problem | undefined;
  /** It is being read: what reads it has to come first. */
  readonly reading?: boolean;
}

const draftOf = (v: Seen): Draft => (v.local['draft'] as Draft | undefined) ?? {};
const draft = (v: Seen, change: Draft): void => v.setLocal({ drawer: 'points', draft: { ...draftOf(v), ...change } });

/** The points as they stand, as text that reads back as the same points. */
export function asText(v: Seen): string {
  const { points } = v.model.survey;
  const { xName, yName } = v.settings.points.length ? v.settings : HUBBLE_NAMES;
  const rows = Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!]);
  const text = asCsv({ caption: '', columns: [{ name: xName }, { name: yName }], rows });
  return xName && yName ? text : text.slice(text.indexOf('\n') + 1);
}

/** A start below the points, from where both dials have something to learn. */
function startFor(points: Points): { weight: number; bias: number } {
  const heights = points.filter((_, i) => i % 2);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  return { weight: 0, bias: low <= 0.6 * (high - low) && high >= 0 ? 0 : Number(low.toPrecision(3)) };
}

/** Swings a little, as with Hubble's galaxies: 1.2 / curvature, within what the engine takes. */
function rateFor(v: Seen, points: Points): number {
  const curvature = v.model.curvatureOf(points);
  const rate = curvature > 0 ? 1.2 / curvature : v.settings.rate;
  return Math.min(1000, Math.max(1e-8, Number(rate.toPrecision(2))));
}

function tooFar(table: Table): Problem | undefined {
  const index = table.values.findIndex((value) => Math.abs(value) > FARTHEST);
  if (index < 0) return undefined;
  const value = brief(table.values[index] ?? 0);
  return { text: `${value} is too large. Numbers may reach 1 000 000 000; write them in larger units.`, row: -1 };
}

const named = (name: string | undefined): string =>
  (name ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 40)
    // A letter of two halves may have been cut.
    .replace(/\p{Cs}/gu, '');

/** Few paste a table, and reading one takes the whole engine. Rejects where that cannot be had. */
const readText = async (text: string): Promise<Table> =>
  (await loadEngine()).readCsv(text, { columns: 2, maxRows: MOST_POINTS });

/** Draws a table's points, or says what is wrong with it and leaves everything as it was. */
export async function take(v: Seen, text: string, read = readText): Promise<void> {
  draft(v, { text, problem: undefined, reading: true });
  const table = await read(text).catch(() => undefined);
  const problem = !table
    ? { text: 'What reads tables could not be loaded. Look at the connection, and try again.', row: -1 }
    : table.error
      ? { text: `${table.error.message} ${table.error.remedy}`, row: table.error.row }
      : tooFar(table);
  if (!table || problem) {
    draft(v, { open: true, text, problem, reading: false });
    return;
  }
  const points = Array.from(table.values);
  const names = { xName: named(table.names[0]), yName: named(table.names[1]) };
  v.set({ points, ...names, scale: 'given', rate: rateFor(v, points), ...startFor(points) });
  v.setLocal({ draft: { open: false }, chosen: undefined });
}

async function readFile(v: Seen, file: File | undefined): Promise<void> {
  if (!file) return;
  const size = `“${file.name.slice(0, 60)}” holds ${brief(file.size / 1e6)} MB.`;
  if (file.size > LARGEST_FILE)
    draft(v, { open: true, problem: { text: `${size} Give a table of at most 1 MB.`, row: -1 } });
  else await take(v, await file.text());
}

/** Reads a dropped file; what is wrong with it is brought on the screen. */
export async function readDropped(v: Seen, file: File | undefined, figure: ShadowRoot): Promise<void> {
  await readFile(v, file);
  setTimeout(() => figure.querySelector('.paste .problem')?.scrollIntoView({ block: 'nearest' }));
}

function drop(v: Seen, e: DragEvent): void {
  e.preventDefault();
  const figure = (e.currentTarget as Element).getRootNode() as ShadowRoot;
  void readDropped(v, e.dataTransfer?.files[0], figure);
}

const action = (label: string, press: (e: Event) => void, able = true): TemplateResult =>
  html`<button
    type="button"
    class="link"
    aria-disabled=${able ? nothing : 'true'}
    @click=${(e: Event) => able && press(e)}
  >
    ${label}
  </button>`;

/** Opens the table with everything in it marked, so that pasting replaces it; or closes it again. */
function toggle(v: Seen, e: Event): void {
  const { open } = draftOf(v);
  const figure = (e.target as Element).getRootNode() as ShadowRoot;
  draft(v, { open: !open, text: open ? '' : asText(v), problem: undefined });
  // The panel is drawn, or gone, after this event.
  setTimeout(() => {
    figure.querySelector<HTMLTextAreaElement>('.paste textarea')?.select();
    if (open) figure.querySelector<HTMLElement>('.own-data button')?.focus();
  });
}

function oneByOne(v: Seen): TemplateResult {
  const { survey } = v.model;
  const index = chosen(v);
  const go = (by: number): void => choose(v, ((index ?? (by > 0 ? -1 : 0)) + by + survey.count) % survey.count);
  const names = namesOf(v);
  const [x, y] = index === undefined ? [0, 0] : [survey.points[2 * index] ?? 0, survey.points[2 * index + 1] ?? 0];
  return html`<span class="chooser">
    <button type="button" class="round small" aria-label="Previous point" @click=${() => go(-1)}>‹</button>
    <span class="which" aria-live="polite"
      >${
        index === undefined
          ? html`<b>${inWords(v, survey.count)}</b>`
          : html`<b>${index + 1}</b> of ${survey.count}: ${names.x.name} ${brief(x, 4)}, ${names.y.name} ${brief(y, 4)}`
      }</span
    >
    <button type="button" class="round small" aria-label="Next point" @click=${() => go(1)}>›</button>
  </span>`;
}

function addInMiddle(v: Seen): void {
  const { x, y } = v.model.survey.extent;
  addPoint(v, (x[0] + x[1]) / 2, y[0] + (y[1] - y[0]) * 0.75);
}

/** The row of small actions under the controls, and the panel it opens. */
export function dataPanel(v: Seen): TemplateResult {
  const index = chosen(v);
  const { open } = draftOf(v);
  return html`<div class="points-row" @dragover=${takeFile} @drop=${(e: DragEvent) => drop(v, e)}>
    ${oneByOne(v)} ${index === undefined ? nothing : action('take it away', () => removePoint(v, index), mayRemove(v))}
    ${action('add a point', () => addInMiddle(v), mayAdd(v))}
    <span class="own-data">${action(open ? 'close the table' : 'paste a table', (e) => toggle(v, e))}</span>
    ${v.settings.points.length ? action('Hubble’s galaxies again', () => putBack(v)) : nothing}
    ${open ? paste(v) : nothing}
  </div>`;
}

/** Marks the line an error is about, so that the reader need not count. */
function markRow(area: HTMLTextAreaElement, row: number): void {
  const lines = area.value.split('\n');
  if (row < 1 || row > lines.length) return;
  const from = lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[row - 1]?.length ?? 0));
}

function paste(v: Seen): TemplateResult {
  const { text, problem, reading } = draftOf(v);
  const area = (e: Event): HTMLTextAreaElement | null | undefined =>
    (e.currentTarget as Element).closest('.paste')?.querySelector('textarea');
  const draw = (e: Event): void => {
    const box = area(e);
    if (!box || reading) return;
    void take(v, box.value).then(() => {
      // The panel shows what was wrong after this; then the line can be marked.
      setTimeout(() => {
        const row = box.isConnected ? Number(box.dataset['row'] ?? -1) : -1;
        markRow(box, row);
      });
    });
  };
  const keys = (e: KeyboardEvent): void => {
    const act = { Escape: () => toggle(v, e), Enter: () => draw(e) }[e.key];
    if (!act || (e.key === 'Enter' && !e.ctrlKey && !e.metaKey)) return;
    e.preventDefault();
    act();
  };
  return html`<div class="paste" role="group" aria-label="Your own data" @keydown=${keys}>
    <label for=${`${v.id}-table`}
      >Two columns of numbers, with or without their names above; at most ${MOST_POINTS} rows. Paste them, or drop a
      file.</label
    >
    <textarea
      id=${`${v.id}-table`}
      rows="7"
      spellcheck="false"
      autocomplete="off"
      data-row=${problem?.row ?? -1}
      aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby=${problem ? `${v.id}-problem` : nothing}
      .value=${text ?? ''}
      @input=${(e: Event) => draft(v, { text: (e.target as HTMLTextAreaElement).value })}
    ></textarea>
    ${problem ? html`<p id=${`${v.id}-problem`} class="problem" role="alert">${problem.text}</p>` : nothing}
    <div class="paste-actions">
      <button type="button" class="pill strong" aria-disabled=${reading ? 'true' : nothing} @click=${draw}>
        ${reading ? 'reading …' : 'draw these points'}
      </button>
      <label class="pill file"
        >choose a file<input
          type="file"
          accept=".csv,.tsv,.txt,text/*"
          @change=${(e: Event) => {
            const input = e.target as HTMLInputElement;
            void readFile(v, input.files?.[0]);
            input.value = '';
          }}
      /></label>
      ${action('cancel', (e) => toggle(v, e))}
    </div>
  </div>`;
}
