import { onTestFinished } from 'vitest';
import { AnnofabClient } from '../../../lib/annofab/index.ts';
import { type AnnofabEmulator, type EmulatorOptions, startAnnofabEmulator } from '../../../local/annofab/index.ts';

import { everyTypeSeed } from './every-type.ts';

export const PROJECT = 'demo-project';
export const demo = { project_id: PROJECT };

/** The demo's account ids. */
export const OWNER = '00000000-0000-4000-8000-000000000001';
export const WORKER = '00000000-0000-4000-8000-000000000002';
export const ACCEPTER = '00000000-0000-4000-8000-000000000003';

/** An emulator of the test's own, and a client for each of the demo's people. It stops when the test ends. */
export async function startEmulator(options: EmulatorOptions = {}) {
  const annofab = await startAnnofabEmulator({ seed: everyTypeSeed, ...options });
  const clientOf = (pat: string) => new AnnofabClient({ credentials: { pat }, baseUrl: annofab.url, maxWaitMs: 0 });
  const clients = {
    owner: clientOf('demo-pat'),
    worker: clientOf('demo-worker-pat'),
    accepter: clientOf('demo-accepter-pat'),
    dataUser: clientOf('demo-data-user-pat'),
    /** No member of the demo project. */
    stranger: clientOf('demo-mfa-pat'),
  };
  onTestFinished(async () => {
    await annofab.stop();
    await Promise.all(Object.values(clients).map((client) => client.close()));
  });
  return { annofab, ...clients, raw: rawRequests(annofab) };
}

export interface RawOptions {
  body?: unknown;
  /** Sent instead of a body printed as JSON. */
  text?: string;
  headers?: Record<string, string>;
  /** The whole `Authorization` header; that of the owner's token unless told otherwise, none when null. */
  authorization?: string | null;
}

/** Requests as they stand, for what a client would never send. */
function rawRequests({ url }: AnnofabEmulator) {
  return async (method: string, path: string, options: RawOptions = {}) => {
    const {
      body,
      text = body === undefined ? null : JSON.stringify(body),
      authorization = 'Bearer demo-pat',
    } = options;
    const response = await fetch(url + path, {
      method,
      body: text,
      headers: { ...(authorization !== null && { authorization }), ...options.headers },
    });
    const answer = await response.text();
    return { status: response.status, headers: response.headers, text: answer, json: parse(answer) };
  };
}

/** CloudFront and the file server answer in XML. */
function parse(text: string): unknown {
  return text === '' || text.startsWith('<') ? undefined : JSON.parse(text);
}

/** The shape of an Annofab error, for `toMatchObject`. */
export function annofabError(status: number, errorCode: string) {
  return { status, json: { errors: [{ error_code: errorCode }] } };
}
