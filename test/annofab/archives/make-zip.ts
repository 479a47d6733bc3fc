import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a ZIP; what is given beside path and content makes it wrong, or unusual. */
export interface ZipPart {
  path: string;
  content?: string | Buffer | undefined;
  stored?: boolean;
  method?: number;
  flags?: number;
  crc?: number;
  /** What the directory says. */
  size?: number;
  compressedSize?: number;
  /** Where the directory says that it is. */
  offset?: number;
  /** Extra bytes in the local header, which the directory does not know of. */
  localExtra?: number;
  /** The sizes and the offset in Zip64 fields. */
  zip64?: boolean;
}

export interface ZipOptions {
  zip64?: boolean;
  comment?: string;
  /** How many entries the end says there are. */
  count?: number;
  /** Bytes before the first entry. */
  gap?: number;
}

/** Writes a ZIP byte for byte: sizes behind the contents, and whatever no honest writer would write. */
export function makeZip(parts: readonly ZipPart[], options: ZipOptions = {}): Buffer {
  const pieces: Buffer[] = [Buffer.alloc(options.gap ?? 0)];
  const directory: Buffer[] = [];
  let offset = options.gap ?? 0;
  for (const part of parts) {
    const { local, central } = encode(part, offset);
    pieces.push(local);
    directory.push(central);
    offset += local.length;
  }
  const records = Buffer.concat(directory);
  return Buffer.concat([
    ...pieces,
    records,
    ending(options, { count: parts.length, start: offset, bytes: records.length }),
  ]);
}

function encode(part: ZipPart, at: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(part.content ?? '');
  const stored = part.stored ?? part.path.endsWith('/');
  const packed = stored ? content : deflateRawSync(content);
  const { method = stored ? 0 : 8, flags = 0x808, crc = crc32(content), size = content.length } = part;
  const { compressedSize = packed.length, offset = at, localExtra = 0, zip64 = false } = part;
  const name = Buffer.from(part.path);

  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(localExtra, 28);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);

  const extra = Buffer.alloc(zip64 ? 28 : 0);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    for (const [index, value] of [size, compressedSize, offset].entries())
      extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  }
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(crc, 16);
  central.writeUInt32LE(zip64 ? 0xffffffff : compressedSize, 20);
  central.writeUInt32LE(zip64 ? 0xffffffff : size, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE(zip64 ? 0xffffffff : offset, 42);
  return {
    local: Buffer.concat([header, name, Buffer.alloc(localExtra), packed, descriptor]),
    central: Buffer.concat([central, name, extra]),
  };
}

function ending(options: ZipOptions, { count, start, bytes }: { count: number; start: number; bytes: number }): Buffer {
  const said = options.count ?? count;
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 ? 0xffff : said, 8);
  end.writeUInt16LE(options.zip64 ? 0xffff : said, 10);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : bytes, 12);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : start, 16);
  end.writeUInt16LE(comment.length, 20);
  if (!options.zip64) return Buffer.concat([end, comment]);
  const zip64 = Buffer.alloc(76);
  zip64.writeUInt32LE(0x06064b50, 0);
  zip64.writeBigUInt64LE(44n, 4);
  zip64.writeBigUInt64LE(BigInt(said), 24);
  zip64.writeBigUInt64LE(BigInt(said), 32);
  zip64.writeBigUInt64LE(BigInt(bytes), 40);
  zip64.writeBigUInt64LE(BigInt(start), 48);
  zip64.writeUInt32LE(0x07064b50, 56);
  zip64.writeBigUInt64LE(BigInt(start + bytes), 64);
  zip64.writeUInt32LE(1, 72);
  return Buffer.concat([zip64, end, comment]);
}
