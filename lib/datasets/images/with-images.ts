import { constants, copyFileSync, linkSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Format } from '../format.ts';
import type { LocalImage } from './image-folder.ts';

/** Puts an image into a dataset, under a path with `/`. */
export type PlaceImage = (image: LocalImage, path: string) => void | Promise<void>;

/** The format with the image of each frame beside its files, under the names by which the readers of the format look for it. */
export function withImages(format: Format, place: PlaceImage): Format {
  const { images: folder } = format;
  // A format without a folder holds the images itself.
  if (folder === undefined) return format;
  return {
    ...format,
    start(shard) {
      const writer = format.start(shard);
      return {
        ...writer,
        async write(frame) {
          if (frame.image) {
            await place(frame.image, `${folder}/${frame.part}/${frame.path}${frame.extension}`);
            shard.report.imageWritten();
          }
          await writer.write(frame);
        },
      };
    },
  };
}

/**
 * Puts images into a folder of this machine.
 *
 * @param link makes hard links, which take no space; copies where the file system has none, as between two disks
 */
export function placeInFolder(folder: string, { link = false } = {}): PlaceImage {
  const made = new Set<string>();
  return (image, path) => {
    const to = join(folder, path);
    const parent = dirname(to);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    if (!(link && tryLink(image.path, to))) copyFileSync(image.path, to, constants.COPYFILE_FICLONE);
  };
}

/** Another disk; a file system without links, or with too many of this file; a file of somebody else. */
const NO_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EACCES']);

function tryLink(from: string, to: string): boolean {
  try {
    // A link to a symbolic link would be one.
    linkSync(realpathSync(from), to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_LINK.has(String(error.code))) return false;
    throw error;
  }
}
