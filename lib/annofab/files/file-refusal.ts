import { isCloudFront } from '../auth/signed-cookie.ts';
import { FileError } from '../errors.ts';
import type { Clock } from '../http/clock.ts';
import { redact } from '../http/redact.ts';
import { decideRetry, type Outcome } from '../http/retry.ts';
import type { ResponseHeaders } from '../http/transport.ts';

/** What came of asking a file server once. */
export type Asked<Answer> = { answer: Answer } | { outcome: Outcome; error: FileError };

/** How much of a refusal is read; S3 explains itself in a few hundred bytes. */
const MAX_REFUSAL_BYTES = 16_384;

/**
 * The error of an answer that is no success, in S3's own words.
 *
 * @param name the address without its query
 */
export async function refusal(
  name: string,
  { status, headers, body }: { status: number; headers: ResponseHeaders; body: AsyncIterable<Buffer> },
): Promise<FileError> {
  const text = await readStart(body);
  const said = [/<Code>([^<]*)<\/Code>/, /<Message>([^<]*)<\/Message>/]
    .map((tag) => tag.exec(text)?.[1])
    .filter(Boolean);
  const needsCookie = status === 403 && isCloudFront(headers);
  const expired = !needsCookie && (status === 403 || (status === 400 && /expired/i.test(text)));
  const advice = [
    needsCookie ? ' It needs the signed cookies of its project: name it by project_id.' : '',
    expired ? ' Ask Annofab for a new address.' : '',
  ].join('');
  const message = redact(`${name}: ${[status, ...said].join(' ').replace(/\.$/, '')}.${advice}`);
  return new FileError(message, { status, expired, needsCookie });
}

/** How long to wait before asking a file server again, ms; undefined when it would not help. */
export function pauseBefore(
  { clock }: { clock: Clock },
  question: { attempt: number; outcome: Outcome; waitLeftMs: number; timeLeftMs: number },
): number | undefined {
  const decision = decideRetry({
    ...question,
    // Reading is, and so is writing the same bytes to the same place.
    safety: 'safe',
    // S3 says "slow down" by a 503 without a time: soon again, as after any failure that passes.
    rateLimitedSeconds: 1,
    maintenanceSeconds: 1,
    random: clock.random(),
  });
  return decision.action === 'retry' ? decision.waitMs : undefined;
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_REFUSAL_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}
