/** Time of processors, which other programs on the machine hardly change; a clock on the wall tells nothing. */

/** Seconds of processor time that the work takes in this process. */
export function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
