import { invalidBody } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { StoredFile } from '../core/state.ts';
import { findFile, storePath } from './stored-file.ts';

type World = Pick<Services, 'state' | 'clock'>;

/**
 * The uploaded file at a path of the emulator's bucket.
 *
 * @throws Failure 400 without an upload in the last 24 hours
 */
export function uploadedFile(address: string, { state, clock }: World): StoredFile {
  const path = storePath(address);
  const file = path === undefined ? undefined : findFile(state.files, path, clock.now());
  if (!file) throw invalidBody(`Nothing is uploaded at ${address}`);
  return file;
}

/**
 * The uploaded file at a path of the emulator's bucket, or an unchanged address in private storage.
 *
 * @param field the field of the body, for the error message
 * @throws Failure 400 without an upload at the path, and for an invalid address
 */
export function uploadedFileOrAddress(field: string, address: string, world: World): StoredFile | string {
  if (storePath(address) !== undefined) return uploadedFile(address, world);
  if (!/^(https?|s3):\/\//.test(address)) throw invalidBody(`${field} must be an https or s3 URL`);
  return address;
}
