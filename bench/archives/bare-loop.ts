/**
 * The least code that reads all frames of an archive: read a chunk, inflate, check the CRC-32, decode UTF-8, parse. It knows what
 * the writer of the benchmark writes, validates nothing, and has no limits. Prints what `read-archive.ts` prints.
 *
 *     node bench/archives/bare-loop.ts <path>
 */
import { fstatSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { startMeter } from './meter.ts';

const CHUNK_BYTES = 2 ** 20;
const END_BYTES = 98;

const finish = startMeter();
const file = openSync(process.argv[2] ?? '', 'r');
const end = read(fstatSync(file).size - END_BYTES, END_BYTES);
const count = Number(end.readBigUInt64LE(32));
const directory = read(Number(end.readBigUInt64LE(48)), Number(end.readBigUInt64LE(40)));
const utf8 = new TextDecoder('utf-8', { fatal: true });
const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
let [chunkStart, chunkEnd] = [0, 0];
let [frames, annotations] = [0, 0];
for (let entry = 0, at = 0; entry < count; entry += 1) {
  const packed = directory.readUInt32LE(at + 20);
  const nameBytes = directory.readUInt16LE(at + 28);
  const position = directory.readUInt32LE(at + 42);
  const isFrame = directory.toString('latin1', at + 46, at + 46 + nameBytes).endsWith('.json');
  const sum = directory.readUInt32LE(at + 16);
  at += 46 + nameBytes;
  if (!isFrame) continue;
  if (position + 30 + nameBytes + packed > chunkEnd) {
    chunkStart = position;
    chunkEnd = position + readSync(file, chunk, 0, CHUNK_BYTES, position);
  }
  const start = position - chunkStart + 30 + nameBytes;
  const content = inflateRawSync(chunk.subarray(start, start + packed));
  if (crc32(content) !== sum) throw new Error('the checksum is wrong');
  frames += 1;
  annotations += JSON.parse(utf8.decode(content)).details.length;
}
finish({ frames, annotations });

function read(start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, start);
  return bytes;
}
