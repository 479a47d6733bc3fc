import type { WorkFolder } from '../../../lib/datasets/index.ts';

/** Keeps files in memory. */
export function memoryOutput(): WorkFolder & { readonly files: Map<string, Buffer>; text(path: string): string } {
  const files = new Map<string, Buffer>();
  return {
    files,
    text(path) {
      const content = files.get(path);
      if (content === undefined) throw new Error(`There is no ${path}: ${[...files.keys()].join(', ')}`);
      return content.toString();
    },
    writeFile: (path, content) => void files.set(path, Buffer.from(content)),
    createFile(path) {
      const chunks: Buffer[] = [];
      return {
        write: (content) => void chunks.push(Buffer.from(content)),
        end: async () => void files.set(path, Buffer.concat(chunks)),
      };
    },
    async *readFile(path) {
      const content = files.get(path);
      if (content !== undefined) yield content;
    },
  };
}
