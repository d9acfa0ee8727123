/** The picture in words. */
import { count, significant } from '../../plot/format';
import { lossOf, nameOf } from './graphs';
import { nowOf } from './now';
import { verdict } from './order-panel';
import { passesAt, pricedBy } from './sheets';
import type { Seen } from './seen';

function ofRace(v: Seen): string {
  const race = v.model.race;
  if (!race) return '';
  const passes = passesAt(race, v.step);
  const swept = v.step > 0 ? 'The sweep has priced all of them' : 'Nothing has been priced yet';
  return `${count(race.dials)} dials. ${swept}; nudging has made ${count(passes)} passes forwards and priced ${count(pricedBy(passes))}.`;
}

export function sentence(v: Seen): string {
  const { graph, race, yours, dials, order } = v.model;
  if (race) return ofRace(v);
  const { node, backwards, state, done, asked } = nowOf(v);
  if (yours) {
    const turns = order
      .slice(0, asked)
      .map((n) => nameOf(graph, n))
      .join(', ');
    return turns ? `You asked ${turns}: ${verdict(v)}.` : `${graph.label}; nobody has been asked yet.`;
  }
  if (node === undefined) return `${graph.label}: only the inputs are known.`;
  const name = nameOf(graph, node);
  if (!backwards)
    return `Forwards, ${done} of ${graph.boxes.length + 1}: ${name} gives ${significant(state.values[node] ?? 0)}.`;
  const known = Array.from(state.reached).filter((r) => r === 1).length;
  const sent = node === lossOf(graph) ? '' : ` was sent ${significant(state.passed[node] ?? 0)} and`;
  return `Backwards, ${asked} of ${order.length}: ${name}${sent} has handed on its share. ${known} of ${dials.length} slopes are there; the loss is ${significant(state.values[lossOf(graph)] ?? 0)}.`;
}
