/** The box whose turn it was, under a loupe: its rule, its curve, its arithmetic. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { curvePath } from './curves';
import { significant } from '../../plot/format';
import { round } from '../../plot/curve';
import { boxAt, lossOf, nameOf, wiresOf, type BoxSpec } from './graphs';
import { nowOf, type Now } from './now';
import { dialName, quantity, sign } from './quantity';
import type { Seen } from './seen';

const [WIDTH, HEIGHT] = [190, 92];

/** The squash or the loss over what came in, with the slope where it stands. */
function picture(v: Seen, now: Now, node: number): SVGTemplateResult {
  const { graph } = v.model;
  const i = node - graph.inputs.length;
  const z = now.state.sums[i] ?? 0;
  const out = now.state.values[node] ?? 0;
  const slope = now.state.slopes[i] ?? 0;
  const kind = node === lossOf(graph) ? 'square' : boxAt(graph, node)?.squash;
  if (kind === undefined || kind === 'linear') return svg``;
  const c = curvePath(kind, z, { left: 6, top: 6, right: WIDTH - 6, bottom: HEIGHT - 20 });
  const [x, y] = [c.x.at(z), c.y.at(out)];
  // As long as a word, whatever its slope.
  const steep = ((c.y.at(1) - c.y.at(0)) / (c.x.at(1) - c.x.at(0))) * slope;
  const reach = 34 / Math.hypot(1, steep);
  const right = x < WIDTH / 2;
  return svg`<path class=${kind === 'square' ? 'gd-loss-line' : 'gd-solid-line'} d=${c.path}></path>
    <path class="gd-guide-line" d=${`M${round(x)} ${HEIGHT - 20}V${round(y)}`}></path>
    ${now.backwards ? svg`<path class="gd-gradient-line" d=${`M${round(x - reach)} ${round(y - steep * reach)}L${round(x + reach)} ${round(y + steep * reach)}`}></path>` : ''}
    <circle class="gd-datum" cx=${round(x)} cy=${round(y)} r="4.5"></circle>
    <text class="gd-note" x=${round(Math.min(WIDTH - 44, Math.max(44, x)))} y=${HEIGHT - 5} text-anchor="middle">${kind === 'square' ? 'off by' : 'came in'} ${significant(z)}</text>
    ${now.backwards ? svg`<text class="gd-gradient-text" x=${right ? WIDTH : 0} y=${right ? HEIGHT - 30 : 16} text-anchor=${right ? 'end' : 'start'}>slope ${significant(slope)}</text>` : ''}`;
}

function forwards(v: Seen, now: Now, node: number): { line: TemplateResult; rule: TemplateResult } {
  const { graph, dials, wanted } = v.model;
  const { values } = now.state;
  const box = boxAt(graph, node);
  const holds = quantity('gives', values[node] ?? 0, node === lossOf(graph) ? 'loss' : 'ink');
  if (!box)
    return {
      line: html`${holds}${sign('=')}${sign('(')}${quantity('came in', values[node - 1] ?? 0)}${sign('−')}${quantity('wanted', wanted)}${sign(')²')}`,
      rule: html`The loss is how far off the answer is, squared.`,
    };
  if (!box.adds)
    return {
      line: html`${holds}${sign('=')}${sign(`${box.squash} of`)}${quantity('came in', values[box.wires[0]?.[0] ?? 0] ?? 0)}`,
      rule: html`A squash bends what comes in, and remembers what it gave.`,
    };
  const terms = box.wires.map(
    ([from, dial], i) =>
      html`${i ? sign('+') : ''}${quantity(dialName(graph.dials[dial] ?? ['', '']), dials[dial] ?? 0, 'parameter')}${sign('×')}${quantity('came in', values[from] ?? 0)}`,
  );
  return {
    line: html`${holds}${sign('=')}${box.squash === 'linear' ? '' : sign(`${box.squash} (`)}${terms}${sign('+')}${quantity(dialName(graph.dials[box.bias] ?? ['', '']), dials[box.bias] ?? 0, 'parameter')}${box.squash === 'linear' ? '' : sign(')')}`,
    rule: html`It weighs what comes in, adds its bias, and remembers what it saw.`,
  };
}

const slopeTerms = (box: BoxSpec, gave: number): TemplateResult =>
  box.squash === 'sigmoid'
    ? html`${sign('×')}${quantity('gave', gave)}${sign('×')}${quantity('1 − gave', 1 - gave)}`
    : html`${sign('×')}${sign('(')}${sign('1 −')}${quantity('gave', gave)}${sign('² )')}`;

function backwards(v: Seen, now: Now, node: number): { line: TemplateResult; rule: TemplateResult } {
  const { graph, dials, wanted } = v.model;
  const { values, delivered, passed, slopes, gradient } = now.state;
  const box = boxAt(graph, node);
  const sent = quantity('was sent', passed[node] ?? 0, 'gradient');
  const out = (wire: number, label: unknown = 'hands on'): TemplateResult =>
    quantity(label, delivered[wire] ?? 0, 'gradient');
  const wires = wiresOf(graph);
  if (!box)
    return {
      line: html`${out(wires.length - 1)}${sign('=')}${sign('2 ×')}${sign('(')}${quantity('came in', values[node - 1] ?? 0)}${sign('−')}${quantity('wanted', wanted)}${sign(')')}`,
      rule: html`Twice the miss: if the answer were a little larger, the loss would change that many times as much.`,
    };
  const own = wires.flatMap(({ to }, wire) => (to === node ? [wire] : []));
  if (!box.adds)
    return {
      line: html`${out(own[0] ?? 0)}${sign('=')}${sent}${slopeTerms(box, values[node] ?? 0)}`,
      rule: html`A squash multiplies by its own slope,
      ${box.squash === 'sigmoid' ? html`<i>a</i>(1 − <i>a</i>)` : html`1 − <i>a</i>²`}. Where the curve is flat, hardly
      any blame comes through.`,
    };
  const i = node - graph.inputs.length;
  const delta = (passed[node] ?? 0) * (slopes[i] ?? 0);
  const squashed = box.squash !== 'linear';
  const rows = box.wires.map(([from, dial], k) => {
    const name = dialName(graph.dials[dial] ?? ['', '']);
    const on =
      from < graph.inputs.length
        ? ''
        : html`<p class="equation">
            ${out(own[k] ?? 0, html`to ${nameOf(graph, from).replace(/^the /, '')}`)}${sign('=')}${squashed ? quantity('inside', delta, 'gradient') : sent}${sign('×')}${quantity(name, dials[dial] ?? 0, 'parameter')}
          </p>`;
    return html`${on}
      <p class="equation">
        ${quantity(html`slope of ${name}`, gradient[dial] ?? 0, 'gradient')}${sign('=')}${squashed ? quantity('inside', delta, 'gradient') : sent}${sign('×')}${quantity('came in', values[from] ?? 0)}
      </p>`;
  });
  const inside = squashed
    ? html`<p class="equation">
        ${quantity('inside', delta, 'gradient')}${sign('=')}${sent}${slopeTerms(box, values[node] ?? 0)}
      </p>`
    : '';
  return {
    line: html`<span class="products">${inside}${rows}</span>`,
    rule: html`Blame × weight goes on; blame × what came in is the slope.`,
  };
}

export function loupe(v: Seen): TemplateResult {
  const now = nowOf(v);
  const { node } = now;
  if (node === undefined)
    return html`<div class="loupe">
      <p class="quiet">Only the inputs are known. Take a step: one box at a time, forwards to the loss.</p>
    </div>`;
  const name = nameOf(v.model.graph, node);
  const { line, rule } = now.backwards ? backwards(v, now, node) : forwards(v, now, node);
  const adds = boxAt(v.model.graph, node)?.adds === true;
  const drawn = adds
    ? ''
    : html`<svg
        width=${WIDTH}
        height=${HEIGHT}
        viewBox=${`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="Its curve, with the place where it stands"
      >
        ${picture(v, now, node)}
      </svg>`;
  return html`<div class=${adds ? 'loupe wide' : 'loupe'} data-spot="loupe">
    ${drawn}
    <div>
      <p class="quiet turn">
        <b>${name}</b>, ${now.backwards ? 'backwards' : 'forwards'}${adds ? html`. ${rule}` : ''}
      </p>
      ${adds && now.backwards ? line : html`<p class="equation">${line}</p>`}
      ${adds ? '' : html`<p class="quiet">${rule}</p>`}
    </div>
  </div>`;
}
