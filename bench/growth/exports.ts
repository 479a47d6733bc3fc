import { createExporter } from '../export/exporter.ts';
import { costOf } from '../measure.ts';
import { type Growing, repeated } from './grow.ts';

/** As in the part export. */
const TASKS_AT_ONCE = 4;

/** @param url of cloud-server.ts, without a latency */
export function exportsGrowing(url: string): Growing[] {
  const exporter = createExporter(url);
  let tasks = 0;
  const exportOne = (frames: number) => {
    tasks += 1;
    return exporter.export(frames, String(tasks));
  };
  return [
    {
      what: 'export of a task of more frames',
      sizes: [20, 200, 2_000],
      rounds: 2,
      cpuSeconds: repeated(200, exportOne),
    },
    {
      what: 'export of more tasks',
      sizes: [10, 100, 1_000],
      rounds: 2,
      cpuSeconds: async (size) => (await costOf(size, TASKS_AT_ONCE, () => exportOne(1))).cpuSeconds,
    },
  ];
}
