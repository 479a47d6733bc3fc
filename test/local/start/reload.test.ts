import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../../../local/aws/index.ts';
import { type LambdaHost, type LogLine, type Reload, startLambdaHost } from '../../../local/lambda/index.ts';

const SERVICE = `
service: reloaded
provider: { name: aws, runtime: nodejs24.x }
functions:
  one: { name: one, handler: functions/one.handler }
  other: { name: other, handler: functions/other.handler }
`;
/** Waits for the file that the event names. */
const ONE = `
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { value } from '../lib/value.ts';
export const handler = async ({ until }: { until?: string }) => {
  console.log('began');
  while (until !== undefined && !existsSync(until)) await sleep(5);
  return { value, pid: process.pid };
};
`;
const OTHER = 'export const handler = () => ({ value: "other", pid: process.pid });\n';

let aws: LocalAws;
let root: string;
let host: LambdaHost;
let reloads: Reload[];

beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.stop());

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'annofab-functions-reload-'));
  await write('serverless.yml', SERVICE);
  await write('lib/value.ts', 'export const value: number = 1;\n');
  await write('functions/one.ts', ONE);
  await write('functions/other.ts', OTHER);
});

afterEach(async () => {
  await host.stop();
  await rm(root, { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function start(onLog: (line: LogLine) => void = () => {}): Promise<void> {
  reloads = [];
  host = await startLambdaHost({
    serverlessFile: join(root, 'serverless.yml'),
    aws,
    onLog,
    onReload: (reload) => reloads.push(reload),
  });
  // The first version of all functions is bundled now.
  await host.invoke('other', {});
}

/** The reload that follows the first `count`. */
async function reloadAfter(count: number): Promise<Reload | undefined> {
  await expect.poll(() => reloads.length).toBeGreaterThan(count);
  return reloads[count];
}

describe('a changed file', () => {
  it('reloads the functions whose bundle has it, and no others', async () => {
    await start();
    const [one, other] = [await host.invoke('one', {}), await host.invoke('other', {})];
    expect(one).toMatchObject({ value: 1 });

    await write('lib/value.ts', 'export const value: number = 2;\n');

    expect(await reloadAfter(0)).toEqual({ kind: 'reloaded', functions: ['one'], seconds: expect.any(Number) });
    expect(await host.invoke('one', {})).toMatchObject({ value: 2 });
    expect(await host.invoke('other', {})).toEqual(other);
  });

  it('lets an invocation in progress end in the code that it began in', async () => {
    const { promise: began, resolve } = Promise.withResolvers<void>();
    await start(({ text }) => {
      if (text === 'began') resolve();
    });
    const until = join(root, 'go-on');
    const invocation = host.invoke('one', { until });
    await began;

    await write('lib/value.ts', 'export const value: number = 2;\n');
    await reloadAfter(0);
    expect(await host.invoke('one', {})).toMatchObject({ value: 2 });
    await write('go-on', '');

    expect(await invocation).toMatchObject({ value: 1 });
    expect(await host.invoke('one', {})).toMatchObject({ value: 2 });
  });

  it('that cannot be bundled is reported with its place once, and the last good version goes on', async () => {
    await start();
    await write('lib/value.ts', 'export const value: number = 1;\nexport const = 3;\n');

    expect(await reloadAfter(0)).toMatchObject({
      kind: 'broken',
      problems: [expect.stringMatching(/^lib\/value\.ts:2:14: .+\n {4}export const = 3;$/)],
    });
    expect(await host.invoke('one', {})).toMatchObject({ value: 1 });

    await write('lib/value.ts', 'export const value: number = 4;\n');
    expect(await reloadAfter(1)).toMatchObject({ kind: 'reloaded', functions: ['one'] });
    expect(await host.invoke('one', {})).toMatchObject({ value: 4 });
  });

  it('that cannot be loaded is reported with its place, and the last good version goes on', async () => {
    await start();
    await write('lib/value.ts', "export const value: number = 5;\nthrow new Error('not today');\n");

    expect(await reloadAfter(0)).toEqual({
      kind: 'broken',
      functions: ['one'],
      problems: [expect.stringMatching(/lib\/value\.ts:2:7: not today$/)],
    });
    expect(await host.invoke('one', {})).toMatchObject({ value: 1 });
  });

  it('may import a file that is made later, in a new folder', async () => {
    await start();
    await write('functions/one.ts', "export { handler } from '../lib/new/later.ts';\n");
    expect(await reloadAfter(0)).toMatchObject({
      kind: 'broken',
      problems: [expect.stringContaining('functions/one.ts:1:25: Could not resolve "../lib/new/later.ts"')],
    });

    await write('lib/new/later.ts', "export const handler = () => 'later';\n");
    expect(await reloadAfter(1)).toMatchObject({ kind: 'reloaded', functions: ['one'] });
    expect(await host.invoke('one', {})).toBe('later');

    await write('lib/new/later.ts', "export const handler = () => 'even later';\n");
    await reloadAfter(2);
    expect(await host.invoke('one', {})).toBe('even later');
  });

  it('of the service is reported, because it is read only at the start', async () => {
    await start();
    await write('serverless.yml', `${SERVICE}\n`);
    expect(await reloadAfter(0)).toEqual({ kind: 'needs-restart', files: [join(root, 'serverless.yml')] });
  });

  it('is found too when the sources were broken at the start', async () => {
    await write('functions/one.ts', 'export const handler = (');
    await start();
    expect(await reloadAfter(0)).toMatchObject({ kind: 'broken' });
    expect(await host.invoke('other', {})).toMatchObject({ value: 'other' });

    await write('functions/one.ts', ONE);
    expect(await reloadAfter(1)).toMatchObject({ kind: 'reloaded', functions: ['one', 'other'] });
    expect(await host.invoke('one', {})).toMatchObject({ value: 1 });
  });

  it('whose reload is interrupted by the stop of the host is not reported as broken', async () => {
    await start();
    const marker = join(root, 'loading');
    const text = `
      import { writeFileSync } from 'node:fs';
      writeFileSync(${JSON.stringify(marker)}, '');
      await new Promise(() => {});
      export const value: number = 6;
    `;
    await write('lib/value.ts', text);
    await expect.poll(() => existsSync(marker)).toBe(true);
    await host.stop();
    expect(reloads).toEqual([]);
  });
});
