import { randomUUID } from 'node:crypto';
import type { InputDataRequest } from '../../../lib/annofab/api-description.ts';
import { openZip } from '../../../lib/annofab/archives/zip/index.ts';
import { invalidBody } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import type { Services } from '../core/services.ts';
import { FILE_URI, type ProjectRecord, type StoredFile } from '../core/state.ts';
import { EMULATOR_LIMITS } from '../import/import-archive.ts';
import { contentTypeOf, isInputFile, isZip, registerInputData } from '../input-data/input-files.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { storedFile, UPLOADS } from './stored-file.ts';
import { uploadedFileOrAddress } from './uploads.ts';

export const files = {
  createTempPath: ({ project, files: server }) => {
    const path = `${UPLOADS}${project.project.project_id}/${randomUUID()}`;
    return { url: server.sign(path, { method: 'PUT' }), path: FILE_URI + path };
  },

  putInputData: ({ project, params, body, ...services }) => {
    const file = uploadedFileOrAddress('input_data_path', body.input_data_path, services);
    if (isZip(body)) return reply(202, structuredClone(startRegistration(project, body, file, services)));
    checkLock('input data', project.inputData.get(params.input_data_id)?.updated_datetime, body.last_updated_datetime);
    return registerInputData(project, services.state.files, {
      id: params.input_data_id,
      name: body.input_data_name,
      file,
      at: services.clock.stamp(),
      ...(body.sign_required === undefined ? {} : { signRequired: body.sign_required }),
      ...(body.metadata === undefined ? {} : { metadata: body.metadata }),
    });
  },
} satisfies HandlerTable;

/** A job of its own takes the ZIP apart; the id in the path means nothing then, and the name is a prefix. */
function startRegistration(
  project: ProjectRecord,
  request: InputDataRequest,
  zip: StoredFile | string,
  { state, clock, jobs, webhooks }: Services,
) {
  const { input_data_name: name } = request;
  return jobs.start(project, {
    type: 'gen-inputs',
    detail: { _type: 'GenInputs', request },
    run: async () => {
      if (typeof zip === 'string') throw invalidBody(`The emulator reads no ZIP from elsewhere: ${zip}`);
      const archive = await openZip(zip.bytes, EMULATOR_LIMITS);
      try {
        for (const path of archive.paths.filter((candidate) =>
          isInputFile(candidate, project.project.input_data_type),
        )) {
          const file = storedFile(await archive.read(path), contentTypeOf(path), clock.now());
          registerInputData(project, state.files, {
            id: randomUUID(),
            name: `${name}/${path}`,
            file,
            at: clock.stamp(),
          });
        }
      } finally {
        await archive.close();
      }
      webhooks.fire(project, 'input-data-zip-registered', { ZIP_NAME: name });
    },
  });
}
