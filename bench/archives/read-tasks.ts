/**
 * Opens an archive by URL and reads two tasks, one after the other. Prints the bytes and the requests that the file server counted
 * for opening it, for the first task, and for the second.
 *
 *     node bench/archives/read-tasks.ts <origin> <task_id> <task_id>
 */
import { AnnofabClient } from '../../lib/annofab/index.ts';

export interface Taken {
  readonly requests: number;
  readonly bytes: number;
}

const [, , origin = '', ...tasks] = process.argv;
const taken = async (): Promise<Taken> => JSON.parse(await (await fetch(`${origin}/taken`)).text());
const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: origin });
await taken();
const archive = await annofab.archives.openSimple({ url: `${origin}/simple-annotation.zip?X-Amz-Signature=bench` });
const counts = [await taken()];
for (const task_id of tasks) {
  let frames = 0;
  for await (const _frame of archive.frames({ task_id })) frames += 1;
  if (frames === 0) throw new Error(`${task_id} has no frames`);
  counts.push(await taken());
}
console.log(JSON.stringify(counts));
await archive.close();
await annofab.close();
