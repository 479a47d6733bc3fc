import { invalidBody } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { StoredFile } from '../core/state.ts';
import { findFile, storePath } from './stored-file.ts';

type World = Pick<Services, 'state' | 'clock'>;

/**
 * The file under a bucket path of ours.
 *
 * @throws Failure 400 when nothing was uploaded there, or longer than a day ago
 */
export function uploadedFile(address: string, { state, clock }: World): StoredFile {
  const path = storePath(address);
  const file = path === undefined ? undefined : findFile(state.files, path, clock.now());
  if (!file) throw invalidBody(`Nothing is uploaded at ${address}`);
  return file;
}

/**
 * The file under a bucket path of ours, or an address in somebody's own storage as it is.
 *
 * @param field what the address is given for, to name it in a refusal
 * @throws Failure 400 when nothing was uploaded to the path, or the address is none
 */
export function uploadedFileOrAddress(field: string, address: string, world: World): StoredFile | string {
  if (storePath(address) !== undefined) return uploadedFile(address, world);
  if (!/^(https?|s3):\/\//.test(address)) throw invalidBody(`${field} must be an https or s3 URL`);
  return address;
}
