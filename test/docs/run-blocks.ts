import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { AnnofabClient, ExactNumber, imply, tracksOf, writeRestriction } from '../../lib/annofab/index.ts';

/** Runs files one after the other against the emulator of the environment, and prints their results as JSON. */
const url = process.env['ANNOFAB_ENDPOINT_URL'] ?? '';
const LIMIT_MS = 240_000;
const results: { error?: string; output: string }[] = [];
const print = console.log;

for (const file of process.argv.slice(2)) {
  await fetch(`${url}/__emulator/reset`, { method: 'POST' });
  const annofab = new AnnofabClient();
  let output = '';
  console.log = (...values: unknown[]) => {
    output += `${format(...values)}\n`;
  };
  console.table = console.log;
  try {
    await provide(annofab);
    const late = sleep(LIMIT_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('It does not end')));
    await Promise.race([import(pathToFileURL(file).href), late]);
    results.push({ output });
  } catch (error) {
    results.push({ output, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    await annofab.close();
  }
}
print(JSON.stringify(results));
// A block that does not end would keep the process.
process.exit();

/** The names of names.d.ts, for the demo project and a copy of it. */
async function provide(annofab: AnnofabClient): Promise<void> {
  const ids = { project_id: 'demo-project', task_id: 'task-1', input_data_id: 'task-1-frame-1' };
  const { project_id, task_id } = ids;
  const other_project_id = 'other-project';
  await takeOffWork(ids);
  await addRestriction(annofab, ids.project_id);
  await annofab.initiateProjectCopy({
    project_id,
    body: { dest_project_id: other_project_id, dest_title: 'Other', copy_inputs: true, copy_tasks: true },
  });
  await annofab.archives.update({ project_id });
  await mkdir('photos', { recursive: true });
  await writeFile('photos/1.jpg', 'a photo');
  await mkdir('masks', { recursive: true });
  await writeFile('masks/road.png', 'a mask');
  const specs = await annofab.specs.load({ project_id });
  const archive = await annofab.archives.openSimple({ project_id });
  const frame = await archive.frame(ids);
  const task = await annofab.getTask({ project_id, task_id });
  await annofab.files.download((await annofab.getAnnotationArchive({ project_id })).url, 'some.zip');
  await copyFile('some.zip', 'road.zip');
  await Promise.all(['road', 'road-yolo', 'road-shards'].map((folder) => rm(folder, { recursive: true, force: true })));
  Object.assign(globalThis, {
    ...{
      annofab,
      AnnofabClient,
      ExactNumber,
      tracksOf,
      archive,
      frame,
      task,
      x: 0,
      y: 0,
      specs,
      readFile,
      ...ids,
      other_project_id,
    },
    ...{ pat: 'demo-pat', user_id: 'demo_owner', password: 'demo-password' },
    ...{ other_task_id: 'task-8', other_input_data_id: 'task-8-frame-1' },
    ...{
      label_id: 'label-vehicle',
      annotation_id: 'task-1-frame-1-road',
      attribute_id: 'attribute-occluded',
      choice_id: 'choice-red',
    },
  });
}

/** So that the owner may edit the task. */
async function takeOffWork(ids: { project_id: string; task_id: string }): Promise<void> {
  const accepter = new AnnofabClient({ credentials: { pat: 'demo-accepter-pat' } });
  const { project_id, task_id } = ids;
  await accepter.tasks.pause({ project_id, task_id });
  await accepter.close();
}

async function addRestriction(annofab: AnnofabClient, project_id: string): Promise<void> {
  const { data, restrict } = await annofab.specs.load({ project_id });
  const { project_id: _, updated_datetime, ...fields } = data;
  const rule = imply([restrict.flag({ name: 'occluded' }).checked()], restrict.text({ name: 'remarks' }).isNotEmpty());
  const restrictions = [...data.restrictions, writeRestriction(rule)];
  const body = { ...fields, restrictions, last_updated_datetime: updated_datetime ?? null };
  await annofab.putAnnotationSpecs({ project_id, query: { v: 3 }, body });
}
