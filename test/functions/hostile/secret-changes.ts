import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Call, MASTER_SECRET, SECRET_NAME, WITHDRAWN_SECRET, webhookSecrets } from './call.ts';
import { change, withHeaders } from './change.ts';

const withSecret = (call: Call, secret: string) => withHeaders(call, { [SECRET_NAME]: secret });

function withoutSecret(call: Call, headers: Call['headers'] = {}): Call {
  const others = Object.entries(call.headers).filter(([name]) => name !== SECRET_NAME);
  return { ...call, headers: { ...Object.fromEntries(others), ...headers } };
}

type Text = (text: string) => string;

const around: readonly Text[] = [
  (text) => ` ${text}`,
  (text) => `${text} `,
  (text) => `\t${text}`,
  (text) => `${text}\0`,
  (text) => `${text}\r\n`,
  (text) => `\ufeff${text}`,
  (text) => `${text}\u200b`,
  (text) => `${text}\ud800`,
  (text) => `"${text}"`,
  (text) => `Bearer ${text}`,
  (text) => `${text};`,
  (text) => `${text},${text}`,
  (text) => `wrong, ${text}`,
  (text) => text.repeat(2),
  (text) => text.repeat(1_000),
];

const otherwise: readonly Text[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase().replace('a', '\uff41'),
  (text) => text.toLowerCase().replace('a', '\u0430'),
  (text) => text.replace('e', 'e\u0301'),
  (text) => encodeURIComponent(text).replaceAll('e', '%65'),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => createHash('sha256').update(text).digest('hex'),
  (text) => `=?utf-8?q?${text}?=`,
  (text) => [...text].reverse().join(''),
  (text) => JSON.stringify([text]),
];

const WORDS = ['undefined', 'null', 'true', 'NaN', '0', '[]', '[object Object]', '*', '.*', '%', '$SECRET', "' OR 1=1"];
const PLACES = [
  'authorization',
  'cookie',
  'x-webhook-secret2',
  'x_webhook_secret',
  'x-webhook-secret ',
  '__proto__',
  '',
];

/** What comes in place of the secret, or beside it. */
export const secretChanges = [
  change('no secret', '401 missing-secret', [{}], (call) => withoutSecret(call)),
  change('an empty secret', '401 missing-secret', [''], withSecret),
  change('the beginning of the secret', ['401 wrong-secret', '401 out-of-scope'], fc.nat(), (call, at) =>
    withSecret(call, call.secret.slice(0, 1 + (at % (call.secret.length - 1)))),
  ),
  change('the end of the secret', '401 wrong-secret', fc.nat(), (call, at) =>
    withSecret(call, call.secret.slice(1 + (at % (call.secret.length - 1)))),
  ),
  change('the secret with one letter changed', ['401 wrong-secret', '401 out-of-scope'], fc.nat(), (call, at) => {
    const index = at % call.secret.length;
    const letter = String.fromCharCode(call.secret.charCodeAt(index) ^ 1);
    return withSecret(call, call.secret.slice(0, index) + letter + call.secret.slice(index + 1));
  }),
  change('the secret with more around it', '401 wrong-secret', around, (call, written) =>
    withSecret(call, written(call.secret)),
  ),
  change('the secret written otherwise', '401 wrong-secret', otherwise, (call, written) =>
    withSecret(call, written(call.secret)),
  ),
  change('a word in place of the secret', '401 wrong-secret', WORDS, withSecret),
  change('any text in place of the secret', ['401 wrong-secret', '401 missing-secret'], fc.string(), withSecret),
  change('a secret that was withdrawn', '401 wrong-secret', [WITHDRAWN_SECRET], withSecret),
  change('the secret of another project', '401 out-of-scope', fc.nat(), (call, at) => {
    const others = webhookSecrets.filter(
      ({ secret, project_id }) => secret !== MASTER_SECRET && project_id !== call.event.project_id,
    );
    return withSecret(call, others[at % others.length]?.secret ?? '');
  }),
  change('the secret in another header', '401 missing-secret', PLACES, (call, name) =>
    withoutSecret(call, Object.fromEntries([[name, call.secret]])),
  ),
  change('the secret in the query', '401 missing-secret', [SECRET_NAME], (call, name) => ({
    ...withoutSecret(call),
    over: { rawQueryString: `${name}=${call.secret}`, queryStringParameters: { [name]: call.secret } },
  })),
  change('the secret twice, once wrong', ['202 queued', '401 wrong-secret'], ['X-Webhook-Secret'], (call, name) =>
    withHeaders(call, { [name]: 'wrong' }),
  ),
  change(
    'the name of the header in other letters',
    '202 queued',
    ['X-Webhook-Secret', 'X-WEBHOOK-SECRET'],
    (call, name) => withoutSecret(call, { [name]: call.secret }),
  ),
];
