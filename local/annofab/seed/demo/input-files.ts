/** An MP4 of a length without pictures: enough for what reads its header. */
export function drawVideo(seconds: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(UNITS_PER_SECOND, 12);
  header.writeUInt32BE(seconds * UNITS_PER_SECOND, 16);
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isom')), box('moov', box('mvhd', header))]);
}

const UNITS_PER_SECOND = 600;

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(head.length + content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** A point cloud as lidars write it: x, y, z in metres and the intensity of each point, as 32-bit numbers. */
export function drawPointCloud(points: number): Buffer {
  const cloud = Buffer.alloc(points * 16);
  for (let point = 0; point < points; point++) {
    const angle = (point / points) * 2 * Math.PI;
    const values = [20 * Math.cos(angle), 20 * Math.sin(angle), (point % 8) / 4, 0.5];
    for (const [index, value] of values.entries()) cloud.writeFloatLE(value, point * 16 + index * 4);
  }
  return cloud;
}
