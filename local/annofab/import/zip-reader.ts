import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** What is wrong with a ZIP file, in a sentence for the person who chose it. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

export interface ZipLimits {
  maxEntries: number;
  /** Uncompressed. */
  maxEntryBytes: number;
  /** Uncompressed, all entries together. */
  maxTotalBytes: number;
  /** Uncompressed to compressed, of an entry of a mebibyte or more. */
  maxRatio: number;
}

/** Far above what Annofab puts into an archive: its masks are a few hundred bytes and its JSON deflates 2 to 20 fold. */
const defaultZipLimits: ZipLimits = {
  maxEntries: 2_000_000,
  maxEntryBytes: 256 * 2 ** 20,
  maxTotalBytes: 2 * 2 ** 30,
  maxRatio: 200,
};

export interface OpenZip {
  /** The files in it, directories left out, in the order of the central directory. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** @throws ZipError when the content is not what the directory says of it */
  read(path: string): Promise<Buffer>;
  close(): void;
}

/**
 * Opens a ZIP file by its central directory, never by its local headers: those may lack the sizes. Nothing of it is
 * ever written to disk, and no path in it is used as a path.
 *
 * @param source a file's path, or the bytes
 * @throws ZipError when it is no ZIP file or cut short, and for what no honest archive holds: a path that leads out of
 * it, one path twice, encryption, or sizes beyond the limits (a ZIP bomb)
 */
export async function openZip(source: string | Uint8Array, limits: Partial<ZipLimits> = {}): Promise<OpenZip> {
  const zip = await open(source);
  try {
    const entries = await readDirectory(zip, { ...defaultZipLimits, ...limits });
    return {
      paths: [...entries.keys()],
      has: (path) => entries.has(path),
      read: async (path) => {
        const entry = entries.get(path);
        if (!entry) throw new ZipError(`it has no entry ${path}`);
        return await readEntry(zip, entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function open(source: string | Uint8Array): Promise<ZipFile> {
  const options = { autoClose: false, strictFileNames: true };
  try {
    return typeof source === 'string'
      ? await yauzl.openPromise(source, options)
      : await yauzl.fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch (error) {
    throw new ZipError(openingProblem(error), { cause: error });
  }
}

function openingProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a directory, not a ZIP file';
  const message = messageOf(error);
  return /end of central directory/i.test(message) ? 'it is no ZIP file, or it is cut short' : message;
}

async function readDirectory(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.maxEntries) throw new ZipError(`it has more than ${limits.maxEntries} entries`);
  const entries = new Map<string, Entry>();
  let uncompressed = 0;
  let compressed = 0;
  for await (const entry of entriesOf(zip)) {
    checkEntry(entry, limits);
    uncompressed += entry.uncompressedSize;
    compressed += entry.compressedSize;
    if (uncompressed > limits.maxTotalBytes) {
      throw new ZipError(`its entries are larger than ${limits.maxTotalBytes} bytes together`);
    }
    // Entries that share their bytes are how a small file can hold petabytes.
    if (compressed > zip.fileSize) throw new ZipError('its entries overlap, as in a ZIP bomb');
    if (entry.fileName.endsWith('/')) continue;
    if (entries.has(entry.fileName)) throw new ZipError(`it has the entry ${entry.fileName} twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    // A path out of the archive ends up here, too: yauzl looks at each before it hands it out.
    throw new ZipError(`it is refused: ${messageOf(error)}`, { cause: error });
  }
}

function checkEntry(entry: Entry, limits: ZipLimits): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted()) throw new ZipError(`its entry ${fileName} is encrypted`);
  if (!entry.canDecodeFileData()) throw new ZipError(`its entry ${fileName} is compressed in an unknown way`);
  if (uncompressedSize > limits.maxEntryBytes) {
    throw new ZipError(`its entry ${fileName} is larger than ${limits.maxEntryBytes} bytes`);
  }
  if (uncompressedSize >= 2 ** 20 && uncompressedSize > compressedSize * limits.maxRatio) {
    throw new ZipError(`its entry ${fileName} grows more than ${limits.maxRatio} fold, as in a ZIP bomb`);
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(content) !== entry.crc32) throw new Error('its checksum is wrong');
    return content;
  } catch (error) {
    throw new ZipError(`its entry ${entry.fileName} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
