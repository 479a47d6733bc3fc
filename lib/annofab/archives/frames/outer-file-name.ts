/**
 * The name of an outer file within its frame's folder, by what an annotation says of it: bare in the Simple format,
 * `./{input_data_id}/{name}` in the Full one and for 3D segments.
 */
export function outerFileName(uri: string, input_data_id: string): string {
  const path = uri.replace(/^\.\//, '');
  return path.startsWith(`${input_data_id}/`) ? path.slice(input_data_id.length + 1) : path;
}
