/** When files were changed, by their inodes: no program can set that time, unlike the one that people see. */

/** From one time to another, both included, in milliseconds. */
export type Span = readonly [from: number, to: number];

/** Times that lie no further apart are of one run. */
const GAP = 1_000;

/** The spans in which all of these times are. */
export function spansOf(times: readonly number[]): readonly Span[] {
  const spans: [from: number, to: number][] = [];
  for (const time of Float64Array.from(times).sort()) {
    const last = spans.at(-1);
    if (last !== undefined && time - last[1] <= GAP) last[1] = time;
    else spans.push([time, time]);
  }
  return spans;
}

/** Whether a time is in one of the spans; it is mostly in that of the time before. */
export function within(spans: readonly Span[]): (time: number) => boolean {
  let [from, to]: Span = spans[0] ?? [Number.NaN, Number.NaN];
  return time => {
    if (from <= time && time <= to) return true;
    const span = spans.find(([first, last]) => first <= time && time <= last);
    if (span === undefined) return false;
    [from, to] = span;
    return true;
  };
}
