/** What a reader found, by kind: lines, sorted. What it cannot tell is empty or absent. */
export type Facts = Readonly<Record<string, readonly string[]>>;

/** By name. */
export type Readers = Readonly<Record<string, Facts>>;

/** pycocotools is COCO's own reader; it checks its masks against the archive. */
const PEER = 'pycocotools';

/** What each reader must find as the peer does. A reader of Parquet sees no image without annotations. */
const COMPARED = {
  supervision: ['images', 'all', 'areas'],
  datumaro: ['images', 'all', 'outlines', 'areas', 'attributes'],
  'uncompressed pycocotools': ['images', 'all', 'areas', 'attributes'],
  'uncompressed supervision': ['images', 'all', 'areas'],
  'uncompressed datumaro': ['images', 'all', 'outlines', 'areas', 'attributes'],
  pyarrow: ['all', 'areas', 'attributes'],
  duckdb: ['all', 'areas', 'attributes'],
  json: ['images', 'all', 'areas', 'attributes'],
  webdataset: ['images', 'all', 'areas', 'attributes'],
  'detect supervision': ['images', 'objects'],
  'segment supervision': ['images', 'all'],
  'obb supervision': ['images', 'corners'],
  'pose supervision': ['images', 'objects'],
} as const;

/** Only where there are key points. */
const NOT_ALWAYS = 'pose supervision';

/** Where readers found something else, in words. */
export function differences(readers: Readers): string[] {
  return [
    ...Object.entries(COMPARED)
      .filter(([name]) => name in readers || name !== NOT_ALWAYS)
      .flatMap(([name, kinds]) => compare(readers, name, PEER, kinds)),
    ...compare(readers, 'semantic', 'painted', ['images', 'areas']),
    ...compare(readers, 'instance', 'painted', ['images', 'areas']),
  ];
}

function compare(readers: Readers, name: string, peer: string, kinds: readonly string[]): string[] {
  return kinds.flatMap((kind) => {
    const [found = [], wanted = []] = [readers[name]?.[kind], readers[peer]?.[kind]];
    if (wanted.length === 0) return [`${peer} found no ${kind}`];
    const [missing, added] = [without(wanted, found), without(found, wanted)];
    if (missing.length + added.length === 0) return [];
    const first = (lines: readonly string[]) => `${lines.length} (${lines.slice(0, 3).join('; ')})`;
    return [`${name}, ${kind}: beside ${peer}, ${first(missing)} are missing and ${first(added)} are more`];
  });
}

/** As multisets. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
