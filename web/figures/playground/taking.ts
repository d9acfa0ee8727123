/** What leads out of the figure: the chosen run as a program, this moment as a link, the figure for a page of one's own. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { copyButton } from '../../parts/copy';
import { isWritable, jupyter, languages, writes } from '../../take/code';
import { markup, moment, ownPage } from './address';
import { repeatable } from './repeated';
import { pickedOf, type Seen } from './seen';

const [first] = languages;

/** What the page's ideas are called in programs. */
const IDEAS: Readonly<Record<string, string>> = {
  loss: 'idea-loss',
  g: 'idea-gradient',
  gradient: 'idea-gradient',
  loss_and_gradient: 'idea-gradient',
  lossAndGradient: 'idea-gradient',
  backward: 'idea-gradient',
  w: 'idea-parameter',
  point: 'idea-parameter',
};
const WORD = new RegExp(`\\b(${Object.keys(IDEAS).join('|')})\\b`);

/** Its ideas in their colours; comments are left as they are. */
function coloured(text: string): unknown[] {
  return text.split(/^((?:#|\/\/) .*\n)/m).map((piece, i) => {
    if (i % 2) return piece;
    return piece.split(WORD).map((word) => {
      const idea = IDEAS[word];
      return idea ? html`<b class=${idea}>${word}</b>` : word;
    });
  });
}

/** The program as a file: made on the press. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Why no language has a program for the chosen run. */
function lacking(v: Seen): string {
  if (v.settings.noise > 0) return 'its noise is drawn by this engine';
  if (v.settings.batch > 0) return 'it asks more than once at each step, and a batch is asked only once';
  return 'its rule asks for second derivatives, and those of a network are a program of their own';
}

export function code(v: Seen): TemplateResult {
  const t = pickedOf(v);
  if (!t.run) return html`<p class="quiet">${t.problem}</p>`;
  const options = repeatable(t.run);
  if (!isWritable(options)) return html`<p class="quiet">There is no program for this run: ${lacking(v)}.</p>`;
  const there = languages.filter((l) => writes(l, options));
  const language = there.find(({ name }) => name === v.local['language']) ?? first!;
  const last = t.run.loss(t.run.steps);
  const page = ownPage() ?? 'Downhill';
  const context = { engine: v.model.engine, name: `Run ${t.number}, ${t.info.label}`, page, last };
  const text = language.write(options, context);
  return html`<pre class="program" tabindex="0" aria-label=${`Run ${t.number} as ${language.label}`}>
${coloured(text)}</pre>
    <div class="languages" role="group" aria-label="Language">
      ${there.map(
        ({ name, label }) =>
          html`<button
            type="button"
            class="pill"
            aria-pressed=${name === language.name ? 'true' : 'false'}
            @click=${() => v.setLocal({ language: name })}
          >
            ${label}
          </button>`,
      )}
      ${copyButton(v, 'program', 'copy', () => text)}
      <button type="button" class="link" @click=${() => save(language.file, text)}>save</button>
      <button type="button" class="link" @click=${() => save(jupyter.file, jupyter.write(options, context))}>
        save a notebook
      </button>
      ${
        there.length < languages.length
          ? html`<span class="quiet small"
              >JavaScript is written for functions, under rules that treat each weight by itself.</span
            >`
          : ''
      }
    </div>`;
}

const address = (v: Seen): string => `${ownPage() ?? ''}${moment(v.settings, v.step)}`;

export function link(v: Seen): TemplateResult {
  const here = address({ ...v, settings: { ...v.settings, panel: 'runs' } });
  return html`<p class="small">
      Everything you have set stands in this address, and nothing else: no account, no cookie. Whoever opens it sees
      step ${v.step} of these runs.
    </p>
    <pre class="program address" tabindex="0" aria-label="Link to this moment">${here}</pre>
    <p class="languages">${copyButton(v, 'address', 'copy the link', () => here)}</p>`;
}

export function embed(v: Seen): TemplateResult {
  const text = markup({ ...v.settings, panel: 'runs' }, v.step);
  return html`<p class="small">
      Copy downhill.js and the folder pieces beside your page, and write where the figure is to stand:
    </p>
    <pre class="program address" tabindex="0" aria-label="HTML for your page">${text}</pre>
    <p class="languages">${copyButton(v, 'markup', 'copy', () => text)}</p>`;
}
