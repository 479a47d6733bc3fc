import type { Writable } from 'node:stream';
import type { AnnofabClient } from '../client.ts';
import type { DownloadedFile, DownloadOptions } from '../files/download-file.ts';
import type { ProjectJobInfo } from '../generated/schemas.ts';
import type { Clock } from '../http/clock.ts';
import type { WaitOptions } from '../resources/jobs/job-wait.ts';
import type { Annotation, AnnotationArchive, ReadAnnotation } from './archive.ts';
import type { FrameFiles } from './frames/frame.ts';
import { readFullAnnotation } from './frames/full-annotation.ts';
import { readSimpleAnnotation } from './frames/simple-annotation.ts';
import { type ArchiveFormat, locateArchive } from './locate.ts';
import {
  type FullArchive,
  type LocalArchive,
  type OpenArchiveOptions,
  openLocal,
  openSource,
  type SimpleArchive,
} from './open-archive.ts';
import { updateArchive } from './update.ts';
import { openUrlSource } from './zip/url-source.ts';

/**
 * An archive: of a project as Annofab built it last, behind a presigned address, or on this machine.
 */
export type ArchiveSource = { project_id: string } | { url: string } | LocalArchive;

/** The signal ends what is read from the archive later, too. The deadline is that of a wait for a rebuild. */
export interface OpenOptions extends OpenArchiveOptions, WaitOptions {}

/** The deadline is that of a wait for a rebuild. */
export interface DownloadArchiveOptions extends WaitOptions, Pick<DownloadOptions, 'onProgress'> {
  /** Default `simple`. */
  format?: ArchiveFormat | undefined;
}

/** Annotation archives (ZIP), read without downloading them, or downloaded. */
export interface Archives {
  /**
   * Opens an archive in the Simple format: reads its directory, and nothing else yet (getAnnotationArchive). While
   * Annofab rebuilds it, waits. An address that expires amid the reading is asked for anew.
   *
   * @example
   * const archive = await annofab.archives.openSimple({ project_id });
   * for await (const frame of archive.frames({ task_id })) {
   *   for (const { label, data } of frame.details) console.log(frame.input_data_name, label, data);
   * }
   * await archive.close(); // `await using archive = …` closes it by itself; Node 22 needs TypeScript for that
   * @throws ArchiveError when the project has no archive, or what there is is none; ArchiveEntryError when an entry is not
   * as it should be, unless `onBadEntry` takes note of it; FileError when the address is refused; TimeoutError when the
   * rebuild is not over at the deadline
   */
  openSimple(source: ArchiveSource, options?: OpenOptions): Promise<SimpleArchive>;
  /**
   * Opens an archive in the Full format, which Annofab has deprecated (getArchiveFullWithProId).
   *
   * @throws as {@link Archives.openSimple}
   */
  openFull(source: ArchiveSource, options?: OpenOptions): Promise<FullArchive>;
  /**
   * Rebuilds the archive of a project and waits for the end (postAnnotationArchiveUpdate, getProjectJob). A rebuild that
   * is under way already will do: it may have begun before your last change. Annofab may take tens of minutes.
   *
   * @returns the job, succeeded
   * @throws JobFailedError; ConflictError when no job explains the refusal, as with a suspended project; TimeoutError
   */
  update(project: { project_id: string }, options?: WaitOptions): Promise<ProjectJobInfo>;
  /**
   * Downloads the archive of a project to a path, or into a stream (getAnnotationArchive, or getArchiveFullWithProId).
   * While Annofab rebuilds it, waits. A broken connection is resumed, an address that expires asked for anew.
   *
   * @example
   * await annofab.archives.download({ project_id }, 'annotations.zip', { deadlineMs: 30 * 60_000 });
   * @returns the size and the headers it came with (`etag`, `last-modified`)
   * @throws ArchiveError when the project has no archive; TimeoutError when the rebuild is not over at the deadline;
   * FileError; what the path or the stream fails with
   */
  download(
    project: { project_id: string },
    target: string | Writable,
    options?: DownloadArchiveOptions,
  ): Promise<DownloadedFile>;
  /** {@link Archives.update} and then {@link Archives.openSimple}: the annotations as the rebuild found them. */
  openLatest(project: { project_id: string }, options?: OpenOptions): Promise<SimpleArchive>;
}

export function createArchives(client: AnnofabClient, clock: () => Clock): Archives {
  const core = () => ({ client, clock: clock() });

  async function open<Read extends Annotation>(
    from: ArchiveSource,
    { format, read }: { format: ArchiveFormat; read: ReadAnnotation<Read> },
    options: OpenOptions = {},
  ): Promise<AnnotationArchive<Read & FrameFiles>> {
    const { files } = client;
    const { signal } = options;
    if ('url' in from) return await openSource(await openUrlSource({ files, url: from.url, signal }), read, options);
    if (!('project_id' in from)) return await openLocal(from, read, options);
    const refresh = () => locateArchive(core(), { project_id: from.project_id, format }, options);
    return await openSource(await openUrlSource({ files, url: await refresh(), refresh, signal }), read, options);
  }

  const simple = { format: 'simple', read: readSimpleAnnotation } as const;
  const archives: Archives = {
    openSimple: (source, options) => open(source, simple, options),
    openFull: (source, options) => open(source, { format: 'full', read: readFullAnnotation }, options),
    update: (project, options) => updateArchive(client, project, options),
    async download({ project_id }, target, { format = 'simple', onProgress, ...wait } = {}) {
      const refresh = () => locateArchive(core(), { project_id, format }, wait);
      return await client.files.download(await refresh(), target, { refresh, onProgress, signal: wait.signal });
    },
    async openLatest(project, options) {
      await archives.update(project, options);
      return await archives.openSimple(project, options);
    },
  };
  return archives;
}
