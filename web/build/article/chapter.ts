/** Reads a chapter file: front matter, checked field by field, and the Markdown below it. */
import { isMap, isScalar, LineCounter, parseDocument, type Document, type YAMLMap } from 'yaml';
import { ArticleProblem, oneOf } from './problem';

/** An attribute of a figure, as front matter or a container gives it. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** One thing the engine is asked: which kind of question, with what, and where it was asked. */
export interface FactRequest {
  readonly kind: string;
  readonly options: unknown;
  /** 1-based line of the chapter file. */
  readonly line: number;
}

/** A chapter file, taken apart. */
export interface Chapter {
  /** Path as the author knows it; messages carry it. */
  readonly file: string;
  /** 0 for the first screen; from the file's name. */
  readonly number: number;
  /** The section's id and its address, `#one-weight`. */
  readonly name: string;
  readonly title: string;
  /** Label in the navigation. */
  readonly short: string;
  /** The sentence worth doubting; inline Markdown. */
  readonly claim: string;
  /** Name of the figure beside the text. */
  readonly figure: string;
  readonly attributes: Attributes;
  readonly facts: ReadonlyMap<string, FactRequest>;
  /** The sentence to keep; inline Markdown, empty where there is none. */
  readonly keep: string;
  /** Markdown, without the front matter. */
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** 1-based line of each front matter field. */
  readonly lines: ReadonlyMap<string, number>;
}

const requiredTexts = ['name', 'title', 'short', 'claim', 'figure'] as const;
const fields = [...requiredTexts, 'attributes', 'facts', 'keep'];

/** Splits off the front matter. Its text starts on line 2, after the opening dashes. */
export function splitFrontMatter(file: string, source: string): { matter: string; body: string; bodyLine: number } {
  const match = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(source);
  if (!match) {
    throw new ArticleProblem(file, 1, 'A chapter begins with front matter between two lines of `---`.');
  }
  const bodyLine = match[0].split('\n').length;
  return { matter: match[1]!, body: source.slice(match[0].length), bodyLine };
}

/** Front matter as YAML, with the file's own line numbers. */
class FrontMatter {
  readonly lines = new Map<string, number>();
  private readonly counter = new LineCounter();
  private readonly root: YAMLMap;
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    private readonly file: string,
    matter: string,
  ) {
    const document: Document.Parsed = parseDocument(matter, { lineCounter: this.counter });
    const error = document.errors[0];
    if (error) throw this.problem(error.pos[0], error.message.split('\n')[0]!);
    if (!isMap(document.contents)) throw new ArticleProblem(file, 2, 'Front matter is a list of `field: value` lines.');
    this.root = document.contents;
    this.values = this.root.toJSON() as Record<string, unknown>;
    for (const { key } of this.root.items) {
      const name = String(key);
      const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      if (!fields.includes(name)) throw this.problem(offset, `Unknown field \`${name}\`. ${oneOf(fields)}`);
      this.lines.set(name, this.lineAt(offset));
    }
  }

  /** A text that may be absent. */
  text(field: string): string {
    const value = this.values[field];
    if (value === undefined) return '';
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw new ArticleProblem(this.file, this.lines.get(field) ?? 2, `\`${field}\` must be a text.`);
  }

  requiredText(field: string): string {
    if (!this.lines.has(field)) throw new ArticleProblem(this.file, 2, `Front matter lacks \`${field}\`.`);
    return this.text(field);
  }

  attributes(): Attributes {
    const value = this.values.attributes ?? {};
    const plain =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((v) => ['string', 'number', 'boolean'].includes(typeof v));
    if (plain) return value as Attributes;
    throw new ArticleProblem(
      this.file,
      this.lines.get('attributes') ?? 2,
      '`attributes` must name plain values, as in `{ rate: 0.1 }`.',
    );
  }

  facts(): Map<string, FactRequest> {
    const facts = new Map<string, FactRequest>();
    const node = this.root.get('facts', true);
    if (node === undefined) return facts;
    if (!isMap(node)) {
      throw new ArticleProblem(this.file, this.lines.get('facts') ?? 2, '`facts` must name what the engine computes.');
    }
    for (const { key, value } of node.items) {
      const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      const [first, ...others] = isMap(value) ? value.items : [];
      if (!first || others.length > 0) {
        throw this.problem(offset, `Fact \`${String(key)}\` must ask one question, as in \`{ run: { ... } }\`.`);
      }
      const asked = (value as YAMLMap).toJSON() as Record<string, unknown>;
      const kind = String(first.key);
      facts.set(String(key), { kind, options: asked[kind], line: this.lineAt(offset) });
    }
    return facts;
  }

  private lineAt(offset: number): number {
    return this.counter.linePos(offset).line + 1;
  }

  private problem(offset: number, message: string): ArticleProblem {
    return new ArticleProblem(this.file, this.lineAt(offset), message);
  }
}

/**
 * Reads one chapter.
 *
 * @param file path whose name begins with the chapter's number, `02-one-weight.md`
 * @param source the file's text
 * @throws ArticleProblem where a field is missing, unknown or of the wrong kind
 */
export function readChapter(file: string, source: string): Chapter {
  const number = /(?:^|\/)(\d\d)-[a-z0-9-]+\.md$/.exec(file)?.[1];
  if (number === undefined) {
    throw new ArticleProblem(file, 1, 'A chapter file is named by its number and name, as in `02-one-weight.md`.');
  }
  const { matter, body, bodyLine } = splitFrontMatter(file, source.replaceAll('\r\n', '\n'));
  const front = new FrontMatter(file, matter);
  const [name, title, short, claim, figure] = requiredTexts.map((field) => front.requiredText(field)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new ArticleProblem(file, front.lines.get('name')!, '`name` must be lower-case words joined by hyphens.');
  }
  return {
    file,
    number: Number(number),
    name,
    title,
    short,
    claim,
    figure,
    attributes: front.attributes(),
    facts: front.facts(),
    keep: front.text('keep'),
    body,
    bodyLine,
    lines: front.lines,
  };
}
