import type { OutputFile } from './output.ts';

/** Joins pieces to one file. */
export async function joinFiles(pieces: AsyncIterable<AsyncIterable<Uint8Array>>, file: OutputFile): Promise<void> {
  for await (const piece of pieces) for await (const chunk of piece) await file.write(chunk);
}
