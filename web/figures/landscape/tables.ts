/** The numbers behind the pictures. */
import type { NumberTable } from '../../parts/number-table';
import { loss, parameter, plain, rowsOf, samples, table } from '../numbers';
import { linspace } from '../../plot/curve';
import { rowsOf as rowsOfRuns } from './rows';
import { endsOfSection, PLACES } from './section';
import type { Between, Course, Ends, Seen, Slice } from './seen';
import { ASKED, known } from './wager';

function ofSlice(v: Seen, slice: Slice): NumberTable[] {
  const stride = 20;
  return [
    table(
      'The path',
      [plain('update'), parameter('along'), parameter('across'), loss('the map says'), loss('the network says')],
      rowsOf(Math.floor(v.model.steps / stride) + 1, (k) => {
        const at = slice.at(k * stride);
        return [k * stride, ...at, slice.plane(at), slice.network(k * stride)];
      }),
    ),
    samples(
      'The section from A to A′',
      [plain('part of the way'), loss()],
      linspace(0, 1, PLACES),
      slice.section(...endsOfSection(v, slice), PLACES),
    ),
  ];
}

const ofEnds = (v: Seen, ends: Ends): NumberTable[] => [
  table(
    `Runs after ${v.step} updates`,
    [plain('neurons'), plain('run'), loss()],
    rowsOfRuns(ends.runs.now, v.time).flatMap(({ width, ranked, losses }) =>
      ranked.map((run) => [Number(width), run + 1, losses[run]!]),
    ),
  ),
];

function ofEdge(v: Seen, course: Course): NumberTable[] {
  const last = known(v) ? Infinity : ASKED.until;
  const seen = Array.from(course.at).filter((at) => at <= last);
  return [
    table(
      'Sharpness and loss',
      [plain('update'), plain('sharpness'), loss()],
      seen.map((at, k) => [at, course.sharpness[k]!, course.losses[at]!]),
    ),
  ];
}

function ofBetween({ straight, sorted }: Between, bent: Float64Array | undefined): NumberTable[] {
  const ways = [straight, sorted, ...(bent ? [bent] : [])];
  const names = ['straight', 'neurons sorted alike', 'bent'].slice(0, ways.length);
  return [
    table(
      'Loss on the ways from one end to the other',
      [plain('part of the way'), ...names.map((name) => loss(name))],
      rowsOf(straight.length, (k) => [k / (straight.length - 1), ...ways.map((losses) => losses[k]!)]),
    ),
  ];
}

export function landscapeTables(v: Seen): NumberTable[] {
  const { slice, between, ends, edge } = v.model;
  if (slice) return ofSlice(v, slice);
  if (between) return ofBetween(between, between.ways.now?.bent);
  if (ends) return ofEnds(v, ends);
  const course = edge?.course.now;
  return course ? ofEdge(v, course) : [];
}
