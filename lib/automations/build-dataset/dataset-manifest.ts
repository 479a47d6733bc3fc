import type { ArchiveSummary } from '../../datasets/index.ts';
import { parseStoredJson, type StoredJson } from '../bucket/stored-json.ts';

/** The `manifest.json` of a version of a project's dataset. Nothing in it comes from the clock, and it never changes. */
export interface DatasetManifest {
  readonly project_id: string;
  /** That of the archive. */
  readonly version: string;
  readonly archive: StoredArchive;
  /** The files beside the manifest that belong to the version. */
  readonly files: readonly StoredFile[];
  readonly summary: ArchiveSummary;
}

export interface StoredArchive {
  /** The key of the ZIP. */
  readonly key: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly entries: number;
  /** When Annofab built it, as its file server wrote it. */
  readonly last_modified?: string | undefined;
}

export interface StoredFile {
  /** Inside of the version. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** The `latest.json` of a project's datasets. */
export interface LatestDataset {
  readonly project_id: string;
  readonly version: string;
  /** The key of the manifest. */
  readonly manifest: string;
}

/** @throws LoggableError when the text is not a manifest */
export function parseDatasetManifest(text: string, key: string): DatasetManifest {
  const json = parseStoredJson('datasetManifest', text, key);
  const archive = json.object('archive');
  const last_modified = archive.optionalText('last_modified');
  return {
    project_id: json.text('project_id'),
    version: json.text('version'),
    archive: {
      key: archive.text('key'),
      bytes: archive.number('bytes'),
      sha256: archive.text('sha256'),
      entries: archive.number('entries'),
      ...(last_modified === undefined ? {} : { last_modified }),
    },
    files: json.list('files').map((file) => ({
      path: file.text('path'),
      bytes: file.number('bytes'),
      sha256: file.text('sha256'),
    })),
    summary: summaryOf(json.object('summary')),
  };
}

function summaryOf(json: StoredJson): ArchiveSummary {
  const [project_id, specs, tasks] = [
    json.optionalText('project_id'),
    json.optionalObject('specs'),
    json.object('tasks'),
  ];
  const [oldest_update, newest_update] = [json.optionalText('oldest_update'), json.optionalText('newest_update')];
  return {
    ...(project_id === undefined ? {} : { project_id }),
    ...(specs && {
      specs: { format_version: specs.text('format_version'), updated_datetime: specs.optionalText('updated_datetime') },
    }),
    frames: json.number('frames'),
    annotations: json.number('annotations'),
    unreadable: json.number('unreadable'),
    tasks: { all: tasks.number('all'), by_state: tasks.object('by_state').numbers() },
    labels: json.object('labels').numbers(),
    annotation_types: json.object('annotation_types').numbers(),
    ...(oldest_update === undefined ? {} : { oldest_update }),
    ...(newest_update === undefined ? {} : { newest_update }),
  };
}

/** @throws LoggableError when the text is not a pointer */
export function parseLatestDataset(text: string, key: string): LatestDataset {
  const json = parseStoredJson('datasetPointer', text, key);
  return { project_id: json.text('project_id'), version: json.text('version'), manifest: json.text('manifest') };
}
