import type { Stack } from '../stack.ts';

/** An object of the embedded bucket, which asks nobody for a signature; nothing if there is none. */
export async function readObject(
  { aws, bucket }: Pick<Stack, 'aws' | 'bucket'>,
  key: string,
): Promise<Buffer | undefined> {
  const response = await fetch(`${aws.s3Url}/${bucket}/${key}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${key} cannot be read from the bucket: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
