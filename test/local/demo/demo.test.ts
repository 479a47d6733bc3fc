import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AnnofabEmulator } from '../../../local/annofab/index.ts';
import { formatReport } from '../../../local/demo/report.ts';
import { DemoError, runDemo } from '../../../local/demo/run-demo.ts';
import { localNames } from '../../../local/names.ts';
import type { Stack } from '../../../local/stack.ts';
import { downloadDemoArchive } from './demo-archive.ts';

/** Each function in one process: starting processes costs more than the work in them. */
const small = { functions: { maxProcesses: 1 } };
const silent = { ...small, print: () => {} };

describe('the demo', () => {
  it('exports every task of the sample project, mirrors the archive and reports the results', async () => {
    const lines: string[] = [];

    const report = await runDemo({ ...small, print: (line) => lines.push(line) });

    expect(report.tasks).toHaveLength(8);
    expect(report.received).toBe(9);
    expect(report.archive.entries).toBeGreaterThan(0);
    expect(report.tasks[0]?.after).toMatchObject({ ...report.tasks[0]?.before, annotation_count: 15 });
    expect(lines.join('\n')).toContain('task-1: 15 annotations');
    expect(formatReport(report)).toMatch(/tasks exported +8, with 50 annotations/);
    expect(report.dataset.formats).toEqual(['coco', 'parquet']);
    expect(Object.keys(report.dataset.counts)).toEqual(['train', 'val']);
    expect(lines.join('\n')).toMatch(/train: .*vehicle \d+/);
  });

  it('leaves the bucket, the deliveries and the log in a folder, and replaces those of an earlier demo', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-demo-keep-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'log.jsonl'), 'of an earlier demo');
    const lines: string[] = [];

    const report = await runDemo({ ...small, keep: folder, print: (line) => lines.push(line) });

    expect(lines.join('\n')).toMatch(
      /Kept in .+:\n {2}bucket\/ .+\n {2}deliveries\.json .*9 deliveries.*\n {2}log\.jsonl /,
    );
    const archive = await readFile(join(folder, 'bucket', ...report.archive.key.split('/')));
    expect(archive).toHaveLength(report.archive.bytes);
    const picture = await readFile(join(folder, 'example.png'));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const prefix = join(folder, 'bucket', ...report.dataset.prefix.split('/'));
    expect(await readFile(join(prefix, 'coco', 'annotations', 'instances_train.json'), 'utf8')).toContain('"images"');
    const deliveries: object[] = JSON.parse(await readFile(join(folder, 'deliveries.json'), 'utf8'));
    expect(deliveries).toHaveLength(report.received);
    expect(deliveries).toEqual(deliveries.map(() => expect.objectContaining({ state: 'done' })));
    const log = (await readFile(join(folder, 'log.jsonl'), 'utf8')).trim().split('\n');
    expect(log.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ function: 'on-task-completed', message: 'Delivery processed' }),
    );
  });

  it('refuses a folder with other content before it starts, and leaves it as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-demo-keep-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'thesis.txt'), 'mine');

    const failed = await runDemo({ ...silent, keep: folder }).catch((error: unknown) => error);

    expect(failed).toMatchObject({ step: 'keep the results', message: expect.stringContaining('thesis.txt') });
    expect(await readFile(join(folder, 'thesis.txt'), 'utf8')).toBe('mine');
  });

  it('stops the stack and names the step when the results cannot be kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-demo-keep-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    let started: Stack | undefined;
    onTestFinished(() => started?.stop());

    const demo = runDemo({
      ...silent,
      keep: folder,
      onStarted(stack) {
        started = stack;
        mkdirSync(join(folder, 'log.jsonl'));
      },
    });

    await expect(demo).rejects.toMatchObject({ step: 'keep the results', message: expect.stringContaining('EISDIR') });
    await expect(fetch(started?.host.url ?? '')).rejects.toThrow('fetch failed');
  });

  it('names the step that failed and the reason', async () => {
    const failed = await runDemo({
      ...silent,
      onStarted: ({ annofab }) => {
        keepOneTask(annofab);
        annofab.faults.add({ operation: 'getAnnotation', status: 403, times: 1000 });
      },
    }).catch((error: unknown) => error);

    expect(failed).toBeInstanceOf(DemoError);
    expect(failed).toMatchObject({ step: 'export task-1', message: expect.stringContaining('getAnnotation') });
  });

  it('reports that the mirror failed when there is no archive', async () => {
    const failed = await runDemo({
      ...silent,
      onStarted: ({ annofab }) => {
        keepOneTask(annofab);
        annofab.faults.add({ operation: 'getAnnotationArchive', status: 404, times: 1000 });
      },
    }).catch((error: unknown) => error);

    expect(failed).toMatchObject({ name: 'DemoError', step: 'mirror the annotation archive' });
  });
});

describe('the demo on your own archive', () => {
  let directory: string;
  let archive: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'annofab-demo-'));
    archive = join(directory, 'simple.zip');
    await writeFile(archive, await downloadDemoArchive());
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('exports each file of the archive byte for byte', async () => {
    const lines: string[] = [];

    const report = await runDemo({ ...small, importArchive: archive, print: (line) => lines.push(line) });

    expect(report.tasks.map(({ task_id }) => task_id).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, index) => `task-${index + 1}`),
    );
    expect(lines.join('\n')).toMatch(/Imported demo-project: 8 tasks, 19 frames, 50 annotations; assumed:/);
  });

  it('fails when an exported file differs from the archive', async () => {
    const failed = await runDemo({
      ...silent,
      importArchive: archive,
      onStarted: ({ annofab, imported }) => {
        const [frame] = annofab.state.projects.get(imported?.projectId ?? '')?.annotations.values() ?? [];
        if (frame?.verbatim !== undefined) frame.verbatim = frame.verbatim.replace('{', '{ ');
      },
    }).catch((error: unknown) => error);

    expect(failed).toMatchObject({ name: 'DemoError', message: expect.stringContaining('differs from the entry') });
  });
});

/** For a demo that fails: the other tasks would only be exported. */
function keepOneTask({ state }: AnnofabEmulator): void {
  const tasks = state.projects.get(localNames.project)?.tasks;
  for (const taskId of tasks?.keys() ?? []) if (taskId !== 'task-1') tasks?.delete(taskId);
}
