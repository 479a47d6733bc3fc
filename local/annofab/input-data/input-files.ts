import { extname } from 'node:path';
import type { InputData, InputDataRequest, InputDataType } from '../../../lib/annofab/api-description.ts';
import { FILE_URI, type FileStore, type ProjectRecord, type StoredFile } from '../core/state.ts';
import { imageMetadata, imageSize } from './image-size.ts';
import { videoLength, videoMetadata } from './video-length.ts';

/** By the extension: that is what Annofab goes by. */
const contentTypes = new Map([
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

const supported: Partial<Record<InputDataType, readonly string[]>> = {
  image: ['.jpg', '.jpeg', '.png', '.gif'],
  movie: ['.m3u8', '.ts', '.mp4', '.webm', '.ogg'],
};

export function contentTypeOf(name: string): string {
  return contentTypes.get(extname(name).toLowerCase()) ?? 'application/octet-stream';
}

/** The name's extension outweighs the path's, as Annofab documents. */
export function isZip({ input_data_name: name, input_data_path: path }: InputDataRequest): boolean {
  return (extname(name) || extname(path.replace(/[?#].*$/, ''))).toLowerCase() === '.zip';
}

/** Whether Annofab makes input data of a file in a ZIP: of its project's kind, and neither it nor a folder hidden. */
export function isInputFile(path: string, type: InputDataType): boolean {
  if (path.split('/').some((part) => part.startsWith('.'))) return false;
  return supported[type]?.includes(extname(path).toLowerCase()) ?? true;
}

export interface NewInputData {
  id: string;
  name: string;
  /** What is stored, or the address of what lies elsewhere. */
  file: StoredFile | string;
  at: string;
  signRequired?: boolean;
  metadata?: Record<string, string>;
}

/** Makes input data, or replaces it, and keeps its file. */
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
