import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { errorFields } from '../../../lib/runtime/error-fields.ts';
import { ownPlace, sourceFrames } from '../../../lib/runtime/source-maps/source-frame.ts';
import { originsOf } from '../../../lib/runtime/source-maps/source-map.ts';
import { DEPLOYED_BUNDLE } from '../../../local/lambda/bundle-options.ts';

const FAILING = `
import { codeOf } from './code.ts';
export function fail(text: string): never {
  const code = codeOf(text);
  // 日本語
  throw new RangeError(text + code);
}
`;
const CODE = `export const codeOf = (text: string): number => {
  if (text === '') throw new TypeError('empty');
  return text.length;
};
`;

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-frames-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

describe('an unforeseen error in a minified bundle', () => {
  let folder: string;
  let fail: (text: string) => never;

  beforeAll(async () => {
    folder = await folderWith({ 'fail.ts': FAILING, 'code.ts': CODE });
    // As in the repository: a folder lib beside the folder of the build.
    await build({
      ...DEPLOYED_BUNDLE,
      entryPoints: [join(folder, 'fail.ts')],
      outfile: join(folder, 'bundle.cjs'),
    });
    ({ fail } = createRequire(import.meta.url)(join(folder, 'bundle.cjs')));
    return () => rm(folder, { recursive: true });
  });

  const thrown = (text: string): unknown => {
    try {
      return fail(text);
    } catch (error) {
      return error;
    }
  };

  it('has frames with file, line and column of the source', () => {
    expect(errorFields(thrown('content'))).toMatchObject({
      error_name: 'RangeError',
      error_stack: expect.stringMatching(/^at \S+ \(fail\.ts:6:9\)\n/),
    });
    expect(errorFields(thrown(''))).toMatchObject({
      error_name: 'TypeError',
      error_stack: expect.stringMatching(/^at \S+ \(code\.ts:2:26\)\nat \S+ \(fail\.ts:4:16\)\n/),
    });
  });

  it('does not tell its message, which can hold content', () => {
    expect(JSON.stringify(errorFields(thrown('content')))).not.toContain('content');
  });
});

describe('the place of our own code', () => {
  it('is the first frame of ours, and not of Node or a package', () => {
    const frames = [
      'at JSON.parse (<anonymous>)',
      'at node:internal/process/task_queues:105:5',
      'at f (node_modules/undici/lib/web/fetch/body.ts:12:3)',
      'at exportTask (lib/automations/export-task/export-task.ts:45:11)',
      'at functions/on-task-completed.ts:9:20',
    ];
    expect(frames.flatMap((frame) => ownPlace(frame) ?? [])).toEqual([
      'lib/automations/export-task/export-task.ts:45:11',
      'functions/on-task-completed.ts:9:20',
    ]);
  });

  it('is in the log fields of an error, which stands in this repository', () => {
    const error = Object.assign(new Error('content'), {
      stack: 'Error: content\n    at f (/var/task/lib/core/json.ts:5:6)',
    });
    expect(errorFields(error)).toEqual({
      error_name: 'Error',
      error_place: 'lib/core/json.ts:5:6',
      error_stack: 'at f (/var/task/lib/core/json.ts:5:6)',
    });
  });
});

describe('a frame', () => {
  it.each([
    ['without a map', 'at f (/var/task/none.cjs:1:2)'],
    ['of Node', 'at async Promise.all (index 0)'],
    ['of a native function', 'at JSON.parse (<anonymous>)'],
  ])('%s stays as it is', (_what, frame) => {
    expect(sourceFrames([frame])).toEqual([frame]);
  });

  it('stays as it is when the map is broken', async () => {
    const folder = await folderWith({ 'bundle.cjs.map': '{"version": 3' });
    onTestFinished(() => rm(folder, { recursive: true }));
    const frame = `at f (${join(folder, 'bundle.cjs')}:1:2)`;
    expect(sourceFrames([frame])).toEqual([frame]);
  });

  it('has no origin before the first mapping of its line, and that of the last mapping before it elsewhere', () => {
    // Line 2, columns 4 and 9: lines 1 and 3 of the source.
    const map = { sources: ['a.ts'], mappings: ';IAAA,KAEE' };
    expect(
      originsOf(
        map,
        [1, 5, 9, 10, 99].map((column) => ({ line: 2, column })),
      ),
    ).toEqual([
      undefined,
      { source: 'a.ts', line: 1, column: 1 },
      { source: 'a.ts', line: 1, column: 1 },
      { source: 'a.ts', line: 3, column: 3 },
      { source: 'a.ts', line: 3, column: 3 },
    ]);
  });
});
