import type { ConflictError } from '../../../lib/annofab/index.ts';
import type { Pilot } from '../pilot.ts';
import { addressLife } from './address-life.ts';
import { type Assumption, differs, type Finding, holds, holdsIf, notSeen } from './assumption.ts';

const HOUR_SECONDS = 3_600;
/** An address is signed a moment before it is read. */
const TOLERANCE_SECONDS = 60;
const RUNNING = 'WORKER_ALREADY_INVOKED';

/** What is assumed about annotation archives and other files. */
export const ARCHIVE_ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'archive-event',
    title: 'An archive update that was requested calls the webhook annotation-archive-updated at its end.',
    how: 'an update is started, and the jobs are listed after its end',
    expected: 'a job of type invoke-hook',
    check: async (pilot) => {
      const { length } = (await pilot.archive()).invocations;
      return holdsIf(length > 0, length > 0 ? 'the webhook was called' : 'there is no record of a call');
    },
  },
  {
    id: 'archive-second-update',
    title: 'A second update is refused while one is running.',
    how: 'an update is started twice',
    expected: `409 ${RUNNING}`,
    check: async (pilot) => conflictFinding((await pilot.archive()).secondUpdate),
  },
  {
    id: 'archive-during-update',
    title: 'The address of the archive is refused while an update is running.',
    how: 'the archive is asked for right after the start of an update',
    expected: `409 ${RUNNING}`,
    check: async (pilot) => conflictFinding((await pilot.archive()).readDuringUpdate),
  },
  {
    id: 'archive-answer',
    title: 'The answer has the address of the archive in Location and in its JSON, and is no redirect.',
    how: 'status and headers of the answer are read',
    expected: '201, JSON, the same address twice',
    check: async (pilot) => {
      const { status, contentType = 'no media type', location, url } = (await pilot.archive()).answer;
      const type = contentType.split(';', 1).join();
      const where = location === undefined ? 'no Location' : location === url ? 'the same address' : 'two addresses';
      const isExpected = status === 201 && type === 'application/json' && location === url;
      return holdsIf(isExpected, `${status}, ${type}, ${where}`);
    },
  },
  {
    id: 'archive-address',
    title: 'The address of the archive is signed, and valid for an hour.',
    how: 'the query of the address is read',
    expected: `${HOUR_SECONDS} seconds`,
    check: async (pilot) => {
      const life = addressLife(await addressOf(pilot), Date.now());
      if (life === undefined) return differs('its query has no time that is known');
      const isHour = Math.abs(life.seconds - HOUR_SECONDS) <= TOLERANCE_SECONDS;
      return holdsIf(isHour, `${life.seconds} seconds, by ${life.by}`);
    },
  },
  {
    id: 'archive-etag',
    title: 'The archive has an ETag, and is not sent again when If-None-Match has it.',
    how: 'the archive is opened twice',
    expected: '304',
    check: async (pilot) => {
      const { etag } = (await open(pilot, {})).headers;
      if (etag === undefined) return differs('it has no ETag');
      const { status } = await open(pilot, { 'if-none-match': etag });
      return holdsIf(status === 304, `${status}`);
    },
  },
  {
    id: 'archive-range',
    title: 'A part of the archive can be read, as resumed downloads and remote archives do.',
    how: 'the first four bytes are requested',
    expected: '206',
    check: async (pilot) => {
      const { status } = await open(pilot, { range: 'bytes=0-3' });
      return holdsIf(status === 206, `${status}`);
    },
  },
  {
    id: 'input-data-address',
    title: 'The file of an input data has a signed address that expires.',
    how: 'the query of the address is read',
    expected: 'a time until it expires',
    check: async (pilot) => {
      const { project_id, input_data_id } = await pilot.task();
      const { url } = await pilot.annofab.getInputData({ project_id, input_data_id }, { signal: pilot.signal });
      return url == null ? notSeen('the input data has no address') : signedFinding(url);
    },
  },
  {
    id: 'outer-file-address',
    title: 'The file of an annotation has a signed address that expires.',
    how: 'a segmentation is added to the task, and the query of its address is read',
    expected: 'a time until it expires',
    check: async (pilot) => signedFinding(await pilot.outerFile()),
  },
];

function conflictFinding(conflict: ConflictError | undefined): Finding {
  if (conflict === undefined) return notSeen('the first update had ended, or another error came');
  const { errorCode = 'without a code' } = conflict;
  if (errorCode === RUNNING) return holds(`409 ${RUNNING}`);
  return differs(/^[A-Za-z_ ]+$/.test(errorCode) ? `409 ${errorCode}` : '409 with another code');
}

function signedFinding(url: string): Finding {
  const life = addressLife(url, Date.now());
  if (life === undefined) return differs('its query has no time: it may need signed cookies');
  return holds(`${life.seconds} seconds, by ${life.by}`);
}

async function addressOf(pilot: Pilot): Promise<string> {
  const { location, url } = (await pilot.archive()).answer;
  return location ?? url;
}

/** Reads nothing of the body. */
async function open(pilot: Pilot, headers: Readonly<Record<string, string>>) {
  const { project_id, signal } = pilot;
  const file = await pilot.annofab.files.open(await addressOf(pilot), { headers, project_id, signal });
  // Destroyed before its end, it emits an error.
  file.body.on('error', () => {}).destroy();
  return file;
}
