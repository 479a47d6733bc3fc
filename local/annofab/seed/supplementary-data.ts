import type { SupplementaryData } from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { FILE_URI, type ProjectRecord, type State } from '../core/state.ts';
import { assertSeedId, toStoredFile } from './checks.ts';
import type { SeedSupplementaryData } from './seed.ts';

/** @throws Error when the project has no such input data, or its id is none */
export function addSupplementaryData(
  state: State,
  record: ProjectRecord,
  seed: SeedSupplementaryData,
  clock: Clock,
): void {
  const { input_data_id, supplementary_data_id } = seed;
  const { project_id, organization_id, configuration } = record.project;
  assertSeedId('supplementary_data_id', supplementary_data_id);
  if (!record.inputData.has(input_data_id)) throw new Error(`the project has no input data ${input_data_id}`);
  const path = `supplementary-data/${project_id}/${input_data_id}/${supplementary_data_id}`;
  if (typeof seed.file !== 'string') state.files.set(path, toStoredFile(seed.file, clock));
  const present = record.supplementary.get(input_data_id) ?? [];
  const item: SupplementaryData = {
    organization_id,
    input_data_set_id: configuration.input_data_set_id_list[0] ?? project_id,
    project_id,
    input_data_id,
    supplementary_data_id,
    supplementary_data_name: seed.supplementary_data_name ?? supplementary_data_id,
    supplementary_data_path: typeof seed.file === 'string' ? seed.file : FILE_URI + path,
    supplementary_data_type: seed.supplementary_data_type ?? 'custom',
    supplementary_data_number: seed.supplementary_data_number ?? present.length,
    url: '',
    updated_datetime: clock.stamp(),
  };
  const list = [...present, item].sort((a, b) => a.supplementary_data_number - b.supplementary_data_number);
  record.supplementary.set(input_data_id, list);
}
