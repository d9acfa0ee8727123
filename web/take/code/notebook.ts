/** The program in NumPy as a Jupyter notebook (nbformat 4.5): a cell for every piece that stands by itself. */

interface Cell {
  readonly cell_type: 'code' | 'markdown';
  readonly id: string;
  readonly metadata: Readonly<Record<string, never>>;
  readonly source: readonly string[];
  readonly execution_count?: null;
  readonly outputs?: readonly never[];
}

/** Lines as the format has them: each but the last with its end. */
const lines = (text: string): string[] => text.trim().split(/(?<=\n)/);

const code = (text: string, i: number): Cell => ({
  cell_type: 'code',
  id: `cell-${i + 1}`,
  metadata: {},
  execution_count: null,
  outputs: [],
  source: lines(text),
});

/** A comment as a paragraph: its signs stand for themselves. */
const paragraph = (comment: string): string => comment.replace(/^# ?/, '').replace(/[\\`*_{}[\]<>#|$~&]/g, '\\$&');

/** @param program in Python, as this folder writes it */
export function notebook(program: string): string {
  // Two blank lines part the functions, and one the imports from what follows them.
  const [head = '', ...rest] = program.split('\n\n\n');
  const title = head.split('\n').filter((line) => line.startsWith('# ') && !line.startsWith('# One example'));
  const first = head
    .split('\n')
    .filter((line) => !title.includes(line))
    .join('\n');
  const told: Cell = {
    cell_type: 'markdown',
    id: 'title',
    metadata: {},
    source: lines(title.map(paragraph).join('\n\n') || 'A run'),
  };
  return `${JSON.stringify(
    {
      cells: [told, ...[first, ...rest].filter((text) => text.trim() !== '').map(code)],
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  )}\n`;
}
