const BY_EXTENSION: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  gz: 'application/gzip',
  parquet: 'application/vnd.apache.parquet',
  png: 'image/png',
  tar: 'application/x-tar',
  txt: 'text/plain; charset=utf-8',
  yaml: 'application/yaml',
};

/** The content type of a file of a dataset, by its extension. */
export function contentTypeOf(path: string): string {
  return BY_EXTENSION[/[^.]*$/.exec(path)?.[0] ?? ''] ?? 'application/octet-stream';
}
