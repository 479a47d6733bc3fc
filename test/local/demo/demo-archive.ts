import { AnnofabClient } from '../../../lib/annofab/index.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../../local/annofab/index.ts';
import { localNames } from '../../../local/names.ts';
import { using } from '../../support/using.ts';

/** The Simple annotation archive of the demo project. */
export async function downloadDemoArchive(): Promise<Buffer> {
  return await using(startAnnofabEmulator(), buildArchive);
}

async function buildArchive(emulator: AnnofabEmulator): Promise<Buffer> {
  const client = new AnnofabClient({ baseUrl: emulator.url, credentials: { pat: localNames.personalAccessToken } });
  try {
    const project_id = localNames.project;
    await client.postAnnotationArchiveUpdate({ project_id });
    await emulator.settled();
    const { url } = await client.getAnnotationArchive({ project_id });
    const { bytes } = await client.files.read(url, { maxBytes: 2 ** 20 });
    return bytes;
  } finally {
    await client.close();
  }
}
