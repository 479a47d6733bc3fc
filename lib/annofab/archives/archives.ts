import type { Writable } from 'node:stream';
import type { Clock } from '../../core/clock.ts';
import type { AnnofabApi } from '../api.ts';
import type { DownloadedFile, DownloadOptions } from '../files/download-file.ts';
import type { ProjectJobInfo } from '../generated/schemas.ts';
import { assertOneOf, type OneOf, refuseUnknown } from '../one-of.ts';
import type { Jobs } from '../resources/jobs/jobs.ts';
import { WAIT_OPTIONS, type WaitOptions } from '../resources/jobs/wait-until.ts';
import type { AnnotationArchive } from './archive.ts';
import type { FrameFiles } from './frames/frame-files.ts';
import { type Annotation, type ArchiveFormat, type FrameFormat, FULL, SIMPLE } from './frames/frame-format.ts';
import { locateArchive } from './locate-archive.ts';
import {
  type FullArchive,
  type LocalArchives,
  type OpenArchiveOptions,
  openLocal,
  openSource,
  type SimpleArchive,
} from './open-archive.ts';
import { createDirectoryCache } from './zip/directory-cache.ts';
import { openUrlSource } from './zip/url-source.ts';

/**
 * Where an archive is: the one that Annofab built last for a project, behind a presigned URL, or on this machine.
 */
export type ArchiveSource = OneOf<{ project_id: string } | { url: string } | LocalArchives>;

/** The signal also aborts later reads from the archive. The deadline limits the wait for a rebuild. */
export interface OpenOptions extends OpenArchiveOptions, WaitOptions {
  /**
   * A folder in which the directory of the archive is kept, about a tenth of its size. A later process then fetches it again only
   * if the archive was rebuilt: it is used for an archive with the same ETag and size alone. Give only a folder that no one else
   * can write to. Without effect on an archive of this machine, and where the file server gives no strong ETag.
   */
  cacheDirectory?: string | undefined;
}

/** The deadline limits the wait for a rebuild. */
export interface DownloadArchiveOptions extends WaitOptions, Pick<DownloadOptions, 'onProgress'> {
  /** Default `simple`. */
  format?: ArchiveFormat | undefined;
}

/** Annotation archives (ZIP): read them in place, download them, rebuild them. */
export interface Archives {
  /**
   * Opens an archive in the Simple format (getAnnotationArchive). Only its directory is read now. Waits while Annofab
   * rebuilds the archive. When the presigned URL expires during reading, requests another.
   *
   * @example
   * const archive = await annofab.archives.openSimple({ project_id });
   * for await (const frame of archive.frames({ task_id })) {
   *   for (const { label, data } of frame.details) console.log(frame.input_data_name, label, data);
   * }
   * await archive.close(); // Node 24 and TypeScript also have `await using archive = …`
   * @throws ArchiveError when the project has no archive, or it is not a ZIP; ArchiveEntryError for an invalid entry, unless
   * `onBadEntry` accepts it; FileError when the file server refuses; TimeoutError when the rebuild has not finished at the
   * deadline
   */
  openSimple(source: ArchiveSource, options?: OpenOptions): Promise<SimpleArchive>;
  /**
   * Opens an archive in the Full format (getArchiveFullWithProId), which Annofab has deprecated.
   *
   * @throws as {@link Archives.openSimple}
   */
  openFull(source: ArchiveSource, options?: OpenOptions): Promise<FullArchive>;
  /**
   * Rebuilds the archive of a project and waits until it is finished (postAnnotationArchiveUpdate, getProjectJob). Joins a
   * rebuild that is already in progress, which may have started before your last change. Can take tens of minutes.
   *
   * @returns the succeeded job
   * @throws JobFailedError; ConflictError when Annofab refuses and no job explains it, as with a suspended project;
   * TimeoutError when the job has not finished at the deadline
   * @example
   * await annofab.archives.update({ project_id }, { deadlineMs: 30 * 60_000 });
   */
  update(project: { project_id: string }, options?: WaitOptions): Promise<ProjectJobInfo>;
  /**
   * Downloads the archive of a project to a path or into a stream (getAnnotationArchive, or getArchiveFullWithProId).
   * Waits while Annofab rebuilds it. Resumes after a broken connection, with a new presigned URL if the old one expired.
   *
   * @example
   * await annofab.archives.download({ project_id }, 'annotations.zip', { deadlineMs: 30 * 60_000 });
   * @returns the size in bytes and the response headers (`etag`, `last-modified`)
   * @throws ArchiveError when the project has no archive; TimeoutError when the rebuild has not finished at the deadline;
   * FileError; the error of the path or stream
   */
  download(
    project: { project_id: string },
    target: string | Writable,
    options?: DownloadArchiveOptions,
  ): Promise<DownloadedFile>;
  /**
   * Rebuilds the archive, waits, and opens it: {@link Archives.update}, then {@link Archives.openSimple}.
   *
   * @throws as both
   * @example
   * const archive = await annofab.archives.openLatest({ project_id }, { deadlineMs: 30 * 60_000 });
   * await archive.close();
   */
  openLatest(project: { project_id: string }, options?: OpenOptions): Promise<SimpleArchive>;
}

export function createArchives(client: AnnofabApi & { readonly jobs: Jobs }, clock: () => Clock): Archives {
  const core = () => ({ client, clock: clock() });

  async function open<Read extends Annotation>(
    from: ArchiveSource,
    format: FrameFormat<Read>,
    { onBadEntry, limits, cacheDirectory, ...wait }: OpenOptions = {},
  ): Promise<AnnotationArchive<Read & FrameFiles>> {
    assertOneOf(from, ['project_id', 'url', 'path', 'bytes', 'directory', 'source']);
    refuseUnknown('Opening an archive has no option', wait, WAIT_OPTIONS);
    const { files } = client;
    const { signal } = wait;
    const options = { onBadEntry, limits };
    const cacheOf = (key: string) =>
      cacheDirectory === undefined ? undefined : createDirectoryCache(cacheDirectory, key);
    if (from.url !== undefined) {
      const cache = cacheOf(withoutSignature(from.url));
      return await openSource(await openUrlSource({ files, url: from.url, signal, cache }), format, options);
    }
    const { project_id } = from;
    if (project_id === undefined) return await openLocal(from, format, options);
    const refresh = () => locateArchive(core(), { project_id, format: format.name }, wait);
    const cache = cacheOf(JSON.stringify([project_id, format.name]));
    return await openSource(
      await openUrlSource({ files, url: await refresh(), refresh, signal, cache }),
      format,
      options,
    );
  }

  const archives: Archives = {
    openSimple: (source, options) => open(source, SIMPLE, options),
    openFull: (source, options) => open(source, FULL, options),
    update({ project_id }, options = {}) {
      const start = (signal: AbortSignal) => client.postAnnotationArchiveUpdate({ project_id }, { signal });
      return client.jobs.run({ project_id, job_type: 'gen-annotation' }, start, { ...options, join: true });
    },
    async download({ project_id }, target, { format = 'simple', onProgress, ...wait } = {}) {
      refuseUnknown('Downloading an archive has no option', wait, WAIT_OPTIONS);
      const refresh = () => locateArchive(core(), { project_id, format }, wait);
      return await client.files.download(await refresh(), target, { refresh, onProgress, signal: wait.signal });
    },
    async openLatest(project, options) {
      const { onBadEntry: _, limits: __, cacheDirectory: ___, ...wait } = options ?? {};
      await archives.update(project, wait);
      return await archives.openSimple(project, options);
    },
  };
  return archives;
}

/** The part of a presigned address that stays the same. An address that is none is refused when it is opened. */
function withoutSignature(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
