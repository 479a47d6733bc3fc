import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { mirrorAnnotationArchive } from '../../../lib/automations/mirror-annotation-archive/mirror-annotation-archive.ts';
import type { Dataset } from '../../../lib/aws/dataset.ts';
import { NonRetryableError, RetryLater, Skip } from '../../../lib/runtime/outcomes.ts';
import type { AwsFailure } from '../../../local/aws/index.ts';
import { md5, sha256 } from '../support/values.ts';
import { watchWrites } from '../support/watch-writes.ts';
import { type Overrides, useWorld, type World } from '../support/world.ts';

const PROJECT_ID = 'demo-project';
const root = `projects/${PROJECT_ID}/archives/`;
const MIB = 1024 * 1024;

let world: World;

useWorld((made) => {
  world = made;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('mirrorAnnotationArchive', () => {
  it('copies the archive byte for byte, with a manifest of its size, checksum and entries', async () => {
    const bytes = await update();
    const mirrored = await run();
    expect(await stored(mirrored.archive)).toBe(sha256(bytes));
    const { headers } = await archiveFile();
    const manifest = {
      manifest_version: 1,
      project_id: PROJECT_ID,
      version: mirrored.version,
      archive: `${root}${mirrored.version}/annotations.zip`,
      bytes: bytes.length,
      sha256: sha256(bytes),
      entries: await entriesIn(bytes),
      etag: headers['etag'],
      last_modified: headers['last-modified'],
    };
    expect(await world.json(`${root}${mirrored.version}/manifest.json`)).toEqual(manifest);
    expect(await world.json(`${root}latest.json`)).toEqual(manifest);
    expect(mirrored).toEqual({
      version: mirrored.version,
      archive: manifest.archive,
      bytes: manifest.bytes,
      sha256: manifest.sha256,
      entries: manifest.entries,
      changed: true,
    });
  });

  it('downloads with GET only, and without a credential', async () => {
    await update();
    await run();
    const toFiles = world.requests.filter(({ url }) => url.origin === world.emulator.filesUrl);
    expect(toFiles.map(({ method }) => method)).toEqual(['GET']);
    expect(Object.keys(toFiles[0]?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('authorization');
  });

  it('finds the archive when Annofab answers its address as text', async () => {
    await update();
    world.emulator.settings.archiveUrlAsText = true;
    expect(await run()).toMatchObject({ changed: true });
  });

  it('neither downloads nor writes an unchanged archive', async () => {
    await update();
    const first = await run();
    const before = await world.objects();
    const writes: string[] = [];
    expect(await run({ dataset: watchWrites(world.dataset, writes) })).toEqual({ ...first, changed: false });
    expect(writes).toEqual([]);
    expect(await world.objects()).toEqual(before);
  });

  it('creates a new latest version when the archive was rebuilt', async () => {
    await update();
    const first = await run();
    world.emulator.clock.advance(60_000);
    await world.emulator.completeTask(PROJECT_ID, 'task-1');
    const bytes = await update();
    const second = await run();
    expect(second.version > first.version).toBe(true);
    expect(await world.json(`${root}latest.json`)).toMatchObject({ version: second.version, sha256: sha256(bytes) });
    expect((await world.objects(root)).map(({ key }) => key)).toContain(first.archive);
  });

  it('moves the pointer without a download when the previous delivery crashed right after writing the manifest', async () => {
    await update();
    const { version, archive } = await run();
    await world.dataset.delete([`${root}latest.json`]);
    const writes: string[] = [];
    expect(await run({ dataset: watchWrites(world.dataset, writes) })).toMatchObject({ version, changed: false });
    expect(writes).toEqual([`${root}latest.json`]);
    expect((await world.objects(root)).map(({ key }) => key)).toContain(archive);
  });

  it('does not move the pointer back when a newer mirror has finished', async () => {
    await update();
    const held = Promise.withResolvers<void>();
    const uploaded = Promise.withResolvers<void>();
    const slow: Dataset = {
      ...world.dataset,
      async put(...args) {
        await world.dataset.put(...args);
        uploaded.resolve();
        await held.promise;
      },
    };
    const older = run({ dataset: slow });
    await uploaded.promise;
    world.emulator.clock.advance(60_000);
    await update();
    const newer = await run();
    held.resolve();
    expect((await older).version < newer.version).toBe(true);
    expect(await world.json(`${root}latest.json`)).toMatchObject({ version: newer.version });
  });

  it('skips a project without an archive, and says what to do', async () => {
    const error = await run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Skip);
    expect(error).toMatchObject({ reason: expect.stringContaining('project demo-project has no annotation archive') });
  });

  it('throws RetryLater while the archive is being rebuilt', async () => {
    world.emulator.faults.add({ operation: 'getAnnotationArchive', status: 409, errorCode: 'WORKER_ALREADY_INVOKED' });
    const error = await run({ settings: { jobRunningSeconds: 77 } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ seconds: 77, counter: 'job-running' });
  });

  it('copies an archive of several parts completely', async () => {
    const bytes = await replaceArchive(await noiseZip(5, 4 * MIB));
    const mirrored = await run();
    expect(mirrored).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes), entries: 5 });
    expect((await world.objects(root)).find(({ key }) => key === mirrored.archive)?.bytes).toBe(bytes.length);
  });
});

describe('mirrorAnnotationArchive with a faulty download', () => {
  it('requests a new address when the address has expired', async () => {
    await update();
    let first = true;
    world.beforeRequest(({ url }) => {
      if (url.origin !== world.emulator.filesUrl || !first) return;
      first = false;
      world.emulator.clock.advance(2 * 3_600_000);
    });
    expect(await run()).toMatchObject({ changed: true });
    expect(world.requests.filter(({ url }) => url.pathname.endsWith('/archive/simple'))).toHaveLength(2);
  });

  it('resumes the download after the connection broke', async () => {
    const bytes = await replaceArchive(await noiseZip(3, 2 * MIB));
    world.emulator.faults.add({ operation: 'downloadFile', drop: 'during', times: 2 });
    expect(await run()).toMatchObject({ sha256: sha256(bytes), changed: true });
    const ranges = world.requests.flatMap(({ headers }) => headers['range'] ?? []);
    expect(ranges).toHaveLength(2);
  });

  it('fails without a visible object when every connection breaks', async () => {
    await replaceArchive(await noiseZip(3, 2 * MIB));
    world.emulator.faults.add({ operation: 'downloadFile', drop: 'during' });
    await expect(run()).rejects.toThrow(
      /^project demo-project: its annotation archive was not mirrored: the connection ended after \d+ of \d+ bytes/,
    );
    expect(await world.objects()).toEqual([]);
  });

  it('fails without a visible object when the archive was replaced during the download', async () => {
    await replaceArchive(await noiseZip(3, 2 * MIB));
    world.emulator.faults.add({ operation: 'downloadFile', drop: 'during', times: 1 });
    const other = await noiseZip(2, MIB);
    world.beforeRequest(async ({ headers }) => {
      if (headers['range'] !== undefined) await replaceArchive(other);
    });
    await expect(run()).rejects.toThrow('the file changed while it was read');
    expect(await world.objects()).toEqual([]);
    world.beforeRequest(() => {});
    expect(await run()).toMatchObject({ sha256: sha256(other) });
  });

  it('fails without a visible object when the file server has a truncated archive', async () => {
    const zip = await noiseZip(5, 4 * MIB);
    await replaceArchive(zip.subarray(0, -100));
    await expect(run()).rejects.toThrow(
      'project demo-project: its annotation archive was not mirrored: it does not end like a ZIP',
    );
    expect(await world.objects()).toEqual([]);
  });

  it.each([
    ['an error page', Buffer.from('<Error><Code>InternalError</Code></Error>')],
    ['nothing at all', Buffer.alloc(0)],
  ])('fails without a visible object when the download is %s', async (_, bytes) => {
    await replaceArchive(bytes);
    await expect(run()).rejects.toThrow(/^project demo-project: its annotation archive was not mirrored: it does not/);
    expect(await world.objects()).toEqual([]);
  });

  it('fails with the name of the project when the bucket refuses the upload', async () => {
    await replaceArchive(await noiseZip(5, 4 * MIB));
    world.aws.faults.add({ service: 's3', operation: 'UploadPart', status: 403, code: 'AccessDenied' });
    await expect(run()).rejects.toThrow('project demo-project: its annotation archive was not mirrored');
    expect(await world.objects()).toEqual([]);
  });
});

describe('mirrorAnnotationArchive of an archive that is too large for one invocation', () => {
  it('stops a minute before the end, reports size and speed, and leaves no visible object', async () => {
    const bytes = await replaceArchive(await noiseZip(20, 2 * MIB));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    spendTimeAtPart(3, 500);
    const error = await run({ deadline: Date.now() + 60_000 + 500 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NonRetryableError);
    const size = `${(bytes.length / 1e6).toFixed(1).replace('.', '\\.')} MB`;
    expect(error).toMatchObject({
      reason: expect.stringMatching(
        new RegExp(
          `project demo-project: .* does not fit into one invocation: [1-9][\\d.]* MB of ${size} in \\d+ s, [1-9][\\d.]* MB/s`,
        ),
      ),
    });
    expect(await world.objects()).toEqual([]);
  });

  it('stops in time even when the bucket does not answer the abort of the upload', async () => {
    await replaceArchive(await noiseZip(20, 2 * MIB));
    const time = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // The time for the abort ends as soon as its request has arrived.
    spendTimeAtPart(1, 500, () => {
      time.abort();
      return { delayMs: 60_000 };
    });
    await expect(run({ deadline: Date.now() + 60_000 + 500 })).rejects.toThrow(NonRetryableError);
    expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
  });

  it('does not start when less than a minute is left', async () => {
    await update();
    await expect(run({ deadline: Date.now() + 59_000 })).rejects.toThrow(NonRetryableError);
    expect(await world.objects()).toEqual([]);
  });
});

/** The bucket takes one part less, and time passes as soon as this one arrives. */
function spendTimeAtPart(part: number, ms: number, onAbort = (): AwsFailure | undefined => undefined): void {
  let parts = 0;
  world.aws.faults.decideBy(({ operation }) => {
    if (operation === 'AbortMultipartUpload') return onAbort();
    if (operation !== 'UploadPart') return undefined;
    parts += 1;
    if (parts < part) return undefined;
    if (parts === part) vi.advanceTimersByTime(ms);
    return { delayMs: 60_000 };
  });
}

function run(overrides: Overrides = {}) {
  const event = {
    event_type: 'annotation-archive-updated',
    project_id: PROJECT_ID,
    complete_datetime: '2019-05-08T10:00:00Z',
  } as const;
  return mirrorAnnotationArchive(world.event<'annotation-archive-updated'>(event, overrides));
}

/** Has Annofab build the archive. @returns it */
async function update(): Promise<Buffer> {
  await world.foreign.postAnnotationArchiveUpdate({ project_id: PROJECT_ID });
  await world.emulator.settled();
  return (await archiveFile()).bytes;
}

async function archiveFile() {
  const { url } = await world.foreign.getAnnotationArchive({ project_id: PROJECT_ID });
  return world.foreign.files.read(url, { maxBytes: 1e9 });
}

/** Puts other bytes where Annofab's archive is. */
async function replaceArchive(bytes: Buffer): Promise<Buffer> {
  const { state, clock } = world.emulator;
  const project = state.projects.get(PROJECT_ID);
  if (project === undefined) throw new Error('the demo project is missing');
  const path = 'archives/replaced.zip';
  const etag = `"${md5(bytes)}"`;
  state.files.set(path, { bytes, contentType: 'application/zip', etag, lastModified: clock.now() });
  project.archive = { path, fullPath: path, updated_datetime: clock.stamp() };
  return bytes;
}

function noiseZip(entries: number, bytes: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (let n = 0; n < entries; n += 1)
    zip.addBuffer(Buffer.alloc(bytes, `${n}`), `task/${n}.json`, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

/** As another reader of ZIPs counts them. */
function entriesIn(bytes: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, (error, zip) => (error ? reject(error) : resolve(zip.entryCount)));
  });
}

/** The SHA-256 of the object there. */
async function stored(key: string): Promise<string> {
  const response = await fetch(`${world.aws.s3Url}/${world.bucket}/${key}`);
  return sha256(Buffer.from(await response.arrayBuffer()));
}
