/** What a measured process prints. */
export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The kernel's high-water mark, which misses no peak. */
  readonly peakBytes: number;
  readonly frames: number;
  readonly annotations: number;
}

/** @returns a function that prints what the process has used since, as one line of JSON */
export function startMeter(): (counts: Pick<Measured, 'frames' | 'annotations'>) => void {
  const started = performance.now();
  const used = process.cpuUsage();
  return (counts) => {
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(used);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const measured: Measured = { seconds, cpuSeconds: (user + system) / 1e6, peakBytes, ...counts };
    console.log(JSON.stringify(measured));
  };
}
