import { AnnofabClient } from '../../lib/annofab/index.ts';
import { startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';

/** The Simple annotation archive of the demo project. */
export async function downloadDemoArchive(): Promise<Buffer> {
  await using emulator = await startAnnofabEmulator();
  await using client = new AnnofabClient({
    baseUrl: emulator.url,
    credentials: { pat: localNames.personalAccessToken },
  });
  const project_id = localNames.project;
  await client.postAnnotationArchiveUpdate({ project_id });
  await emulator.settled();
  const { url } = await client.getAnnotationArchive({ project_id });
  const { bytes } = await client.files.read(url, { maxBytes: 2 ** 20 });
  return bytes;
}
