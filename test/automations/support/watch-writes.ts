import type { Dataset } from '../../../lib/aws/dataset.ts';

/** The same dataset, which notes the key of each object that is written. */
export function watchWrites(dataset: Dataset, written: string[]): Dataset {
  return {
    ...dataset,
    put: (key, ...rest) => {
      written.push(key);
      return dataset.put(key, ...rest);
    },
    replace: (key, ...rest) => {
      written.push(key);
      return dataset.replace(key, ...rest);
    },
    upload: (key, ...rest) => {
      written.push(key);
      return dataset.upload(key, ...rest);
    },
  };
}
