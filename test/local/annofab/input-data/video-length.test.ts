import { describe, expect, it } from 'vitest';
import type { AnnofabClient } from '../../../../lib/annofab/index.ts';
import type { AnnofabEmulator } from '../../../../local/annofab/index.ts';
import { demo, startEmulator } from '../emulator.ts';

/** A box of an MP4 file, with its size in 32 or 64 bits. */
function box(type: string, content: Buffer, { isLong = false } = {}): Buffer {
  const head = Buffer.alloc(isLong ? 16 : 8);
  head.writeUInt32BE(isLong ? 1 : content.length + 8, 0);
  head.write(type, 4, 'latin1');
  if (isLong) head.writeBigUInt64BE(BigInt(content.length + 16), 8);
  return Buffer.concat([head, content]);
}

function movieHeader(unitsPerSecond: number, duration: number): Buffer {
  const content = Buffer.alloc(100);
  content.writeUInt32BE(unitsPerSecond, 12);
  content.writeUInt32BE(duration, 16);
  return box('mvhd', content);
}

function longMovieHeader(unitsPerSecond: number, duration: bigint): Buffer {
  const content = Buffer.alloc(112);
  content.writeUInt8(1, 0);
  content.writeUInt32BE(unitsPerSecond, 20);
  content.writeBigUInt64BE(duration, 24);
  return box('mvhd', content);
}

const type = box('ftyp', Buffer.from('isom0000'));
const pictures = box('mdat', Buffer.alloc(64), { isLong: true });
const PLAYLIST = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\na.ts\n#EXTINF:2.5,\nb.ts\n#EXT-X-ENDLIST\n';

async function register(
  { annofab, owner }: { annofab: AnnofabEmulator; owner: AnnofabClient },
  name: string,
  data: Buffer,
) {
  const record = annofab.state.projects.get(demo.project_id);
  if (record) record.project.input_data_type = 'movie';
  const path = await owner.files.upload({ ...demo, data, contentType: 'video/mp4' });
  const body = { input_data_name: name, input_data_path: path };
  await owner.putInputData({ ...demo, input_data_id: 'film', body });
  return await owner.getInputData({ ...demo, input_data_id: 'film' });
}

describe('input_duration of a video', () => {
  it.for<[string, string, Buffer, number]>([
    ['MP4', 'a.mp4', Buffer.concat([type, pictures, box('moov', movieHeader(600, 900))]), 1.5],
    ['MP4 with its index first', 'a.mp4', Buffer.concat([type, box('moov', movieHeader(1000, 40)), pictures]), 0.04],
    ['MP4 with a long header', 'a.mp4', box('moov', longMovieHeader(90_000, 90_000n * 7200n)), 7200],
    ['an HLS playlist', 'a.m3u8', Buffer.from(PLAYLIST), 6.5],
  ])('the length of a video is read from %s', async ([, name, file, seconds]) => {
    const input = await register(await startEmulator(), name, file);
    expect(input.system_metadata).toEqual({ _type: 'Movie', input_duration: seconds });
  });

  it.for<[string, Buffer]>([
    ['a file that is not a video', Buffer.from('hello')],
    ['a video that ends inside its header', Buffer.concat([type, box('moov', movieHeader(600, 900)).subarray(0, 30)])],
    ['a video with 0 units per second', box('moov', movieHeader(0, 900))],
    ['an empty file', Buffer.alloc(0)],
  ])('the length of a video is missing for %s', async ([, file]) => {
    const { system_metadata } = await register(await startEmulator(), 'a.mp4', file);
    expect(system_metadata).toEqual({ _type: 'Movie', input_duration: null });
  });
});
