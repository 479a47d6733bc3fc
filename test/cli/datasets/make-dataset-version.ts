import { buildDataset } from '../../../lib/automations/build-dataset/build-dataset.ts';
import type { Dataset } from '../../../lib/aws/dataset.ts';
import type { Stack } from '../../../local/stack.ts';

/** Mirrors the archive of a project as it is now, and makes it a version of the project's dataset. @returns the version */
export async function makeDatasetVersion(
  { client, settled }: Stack,
  dataset: Dataset,
  project_id: string,
): Promise<string> {
  await client.archives.update({ project_id });
  await settled();
  const latest = await dataset.read(`projects/${project_id}/archives/latest.json`);
  const { version } = JSON.parse(latest?.text ?? '{}');
  const context = {
    ...{ annofab: client, dataset, event: { project_id }, log: { info: () => {}, warn: () => {} } },
    ...{ signal: new AbortController().signal, deadline: Date.now() + 900_000, now: Date.now },
  };
  await buildDataset(context, { version, changed: true }, {});
  return version;
}
