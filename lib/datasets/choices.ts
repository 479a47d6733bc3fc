/** What settings and the command line name. This file imports nothing: both are read where no dataset is made. */

export const FORMAT_NAMES = ['coco', 'yolo', 'masks', 'parquet', 'jsonl', 'webdataset', 'kitti'] as const;
export const RLE_FORMS = ['compressed', 'uncompressed'] as const;
export const YOLO_TASKS = ['detect', 'segment', 'obb', 'pose'] as const;
export const MASK_KINDS = ['semantic', 'instance'] as const;

/** Names that `files.jsonl` and YOLO's `data.yaml` and folder of images have for something else, and those that Windows has for devices. */
const TAKEN =
  'files|images|path|names|nc|channels|download|kpt_shape|kpt_names|flip_idx|con|prn|aux|nul|com[0-9]|lpt[0-9]';

/** The name of a part of a dataset, which names folders, files and keys. */
export const PART_NAME = new RegExp(`^(?!(?:${TAKEN})$)[a-z0-9][a-z0-9_-]{0,63}$`, 'i');
