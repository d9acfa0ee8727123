/**
 * A trace as it would have been on a machine with nothing else to do. Chromium notes of every task how long it took
 * and how much of that its thread really ran; on a busy machine the first can be ten times the second.
 */

/**
 * One event of Chromium's trace format; times in microseconds.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tts] what its thread's own clock showed at `ts`
 * @property {number} [tdur] `dur` by that clock
 */

/**
 * The same events, with every task as long as its thread ran. What happened within a task keeps its place in it.
 * @param {readonly TraceEvent[]} events
 * @returns {TraceEvent[]} sorted by time
 */
export function onProcessorTime(events) {
  /** @type {Map<string, TraceEvent>} the task that each thread is in */
  const tasks = new Map();
  const sorted = [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const moved = sorted.map((event) => {
    const thread = `${event.pid} ${event.tid}`;
    const task = tasks.get(thread);
    const inside = task !== undefined && event.ts < task.ts + (task.dur ?? 0);
    const timed = event.tts !== undefined && event.tdur !== undefined;
    if (!inside && timed && event.ph === 'X' && event.name.endsWith('RunTask')) tasks.set(thread, event);
    const dur = timed && event.tdur !== undefined ? { dur: event.tdur } : {};
    if (!inside || event.tts === undefined) return { ...event, ...dur };
    return { ...event, ...dur, ts: task.ts + Math.max(0, event.tts - (task.tts ?? event.tts)) };
  });
  return moved.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}
