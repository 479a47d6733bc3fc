import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { InputData, InputDataRequest, InputDataType } from '../../../lib/annofab/api-description.ts';
import { openZip } from '../../../lib/annofab/archives/zip/index.ts';
import { invalidBody } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { FILE_URI, type FileStore, type ProjectRecord, type StoredFile } from '../core/state.ts';
import { storedFile } from '../files/stored-file.ts';
import { EMULATOR_LIMITS } from '../import/import-archive.ts';
import { imageMetadata, imageSize } from './image-size.ts';
import { videoLength, videoMetadata } from './video-length.ts';

/** Annofab decides by the extension. */
const CONTENT_TYPES = new Map([
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.gif', 'image/gif'],
  ['.mp4', 'video/mp4'],
  ['.webm', 'video/webm'],
  ['.ogg', 'video/ogg'],
  ['.m3u8', 'application/vnd.apple.mpegurl'],
  ['.ts', 'video/mp2t'],
  ['.zip', 'application/zip'],
]);

const SUPPORTED_EXTENSIONS: Partial<Record<InputDataType, readonly string[]>> = {
  image: ['.jpg', '.jpeg', '.png', '.gif'],
  movie: ['.m3u8', '.ts', '.mp4', '.webm', '.ogg'],
};

export function contentTypeOf(name: string): string {
  return CONTENT_TYPES.get(extname(name).toLowerCase()) ?? 'application/octet-stream';
}

/** The extension of the name takes precedence over that of the path, as Annofab documents. */
export function isZip({ input_data_name: name, input_data_path: path }: InputDataRequest): boolean {
  return (extname(name) || extname(path.replace(/[?#].*$/, ''))).toLowerCase() === '.zip';
}

/** Annofab registers the files of a ZIP that have the project's type, except hidden files and folders. */
function isInputFile(path: string, type: InputDataType): boolean {
  if (path.split('/').some((part) => part.startsWith('.'))) return false;
  return SUPPORTED_EXTENSIONS[type]?.includes(extname(path).toLowerCase()) ?? true;
}

export interface NewInputData {
  id: string;
  name: string;
  /** The stored file, or the address of one in private storage. */
  file: StoredFile | string;
  at: string;
  signRequired?: boolean;
  metadata?: Record<string, string>;
}

/** Creates or replaces input data, and stores its file. */
export function registerInputData(project: ProjectRecord, store: FileStore, input: NewInputData): InputData {
  const { project_id, organization_id, input_data_type, configuration } = project.project;
  const storePath = `input-data/${project_id}/${input.id}`;
  const address = typeof input.file === 'string' ? input.file : FILE_URI + storePath;
  if (typeof input.file !== 'string') store.set(storePath, input.file);
  const inputData: InputData = {
    input_data_id: input.id,
    project_id,
    organization_id,
    input_data_set_id: configuration.input_data_set_id_list?.[0] ?? project_id,
    input_data_name: input.name,
    input_data_path: address,
    ...(typeof input.file === 'string' ? {} : { etag: input.file.etag, original_input_data_path: address }),
    updated_datetime: input.at,
    sign_required: input.signRequired ?? false,
    metadata: input.metadata ?? {},
    system_metadata: systemMetadata(input_data_type, input.file),
  };
  project.inputData.set(input.id, inputData);
  return inputData;
}

function systemMetadata(type: InputDataType, file: StoredFile | string): InputData['system_metadata'] {
  const bytes = typeof file === 'string' ? undefined : file.bytes;
  if (type === 'movie') return videoMetadata(bytes && videoLength(bytes));
  if (type !== 'image') return { _type: 'Custom' };
  return imageMetadata(bytes && imageSize(bytes));
}

/** Starts the job that registers the files of a ZIP. Their names get the request's name as prefix; its id is not used. */
export function startZipRegistration(
  project: ProjectRecord,
  request: InputDataRequest,
  zip: StoredFile | string,
  { state, clock, jobs, webhooks }: Services,
) {
  const { input_data_name: name } = request;
  return jobs.start(project, {
    type: 'gen-inputs',
    detail: { _type: 'GenInputs', request },
    run: async () => {
      if (typeof zip === 'string') throw invalidBody(`The emulator cannot read a ZIP from private storage: ${zip}`);
      const archive = await openZip(zip.bytes, EMULATOR_LIMITS);
      try {
        for (const path of archive.paths.filter((one) => isInputFile(one, project.project.input_data_type))) {
          const file = storedFile(await archive.read(path), contentTypeOf(path), clock.now());
          const input = { id: randomUUID(), name: `${name}/${path}`, file, at: clock.stamp() };
          registerInputData(project, state.files, input);
        }
      } finally {
        await archive.close();
      }
      webhooks.fire(project, 'input-data-zip-registered', { ZIP_NAME: name });
    },
  });
}
