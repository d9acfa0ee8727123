/** Properties, methods and events, from the types that a page's scripts are checked against. */
import ts from 'typescript';
import { code, escaped, row, table } from './markup';

interface Member {
  readonly signature: string;
  /** Its comment, on one line. */
  readonly words: string;
}

/** Comments speak of other names as `{@link name}`. */
const plain = (comment: string): string =>
  comment
    .replace(/\{@link ([^}]*)\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function membersOf(source: ts.SourceFile, name: string): Member[] {
  const members: Member[] = [];
  source.forEachChild((node) => {
    if (!(ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) || node.name?.text !== name) return;
    for (const member of node.members) {
      if (ts.isSetAccessorDeclaration(member)) continue;
      const words = ts.getJSDocCommentsAndTags(member).map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '');
      members.push({
        signature: member.getText(source).replace(/;$/, '').replace(/\s+/g, ' '),
        words: plain(words.join(' ')),
      });
    }
  });
  if (members.length === 0) throw new Error(`downhill.d.ts declares no ${name}.`);
  return members;
}

/** @param types text of `downhill.d.ts` */
export function scripting(types: string): string {
  const source = ts.createSourceFile('downhill.d.ts', types, ts.ScriptTarget.Latest, true);
  const rows = (name: string): string[] =>
    membersOf(source, name).map(({ signature, words }) => row([code(signature), escaped(words)]));
  return `${table(['property or method', 'what it does'], rows('GdFigure'))}
<h3>Events</h3>
${table(['event', 'when it comes'], rows('GdFigureEventMap'))}`;
}
