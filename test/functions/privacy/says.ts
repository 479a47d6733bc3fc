import type { Case } from './case.ts';
import { markers } from './marker.ts';
import type { Asked, FrontProxy, Said } from './proxy.ts';
import type { World } from './world.ts';

/** What a server could say with a text in it: errors in the words of AWS, of S3 and of Annofab, and nonsense. */
function sayings(marker: string): Readonly<Record<string, Said>> {
  const inHeader = JSON.stringify(marker).replaceAll(/[^ -~]/g, '?');
  const headers = {
    'content-type': 'application/json',
    'x-amzn-requestid': inHeader,
    'x-amzn-errortype': inHeader,
    'x-amz-cf-id': inHeader,
    server: inHeader,
  };
  const inAws = JSON.stringify({ __type: marker, message: marker, Message: marker, code: marker });
  const inXml = `<?xml version="1.0"?><Error><Code>${marker}</Code><Message>${marker}</Message></Error>`;
  const inAnnofab = JSON.stringify({
    errors: [{ error_code: marker, message: marker, ext: { marker } }],
    context: { awsRequestId: marker, contextId: marker },
  });
  const inFields = JSON.stringify({ [marker]: marker, list: [marker], url: marker, SecretString: marker });
  const annofab = (status: number, more = {}): Said => ({ status, headers: { ...headers, ...more }, body: inAnnofab });
  return {
    'an error of AWS': { status: 400, headers, body: inAws },
    'an error of S3': { status: 403, headers: { ...headers, 'content-type': 'application/xml' }, body: inXml },
    'a 400 of Annofab': annofab(400),
    'a 401 of Annofab': annofab(401),
    'a 403 of Annofab': annofab(403),
    'a 404 of Annofab': annofab(404),
    'a 409 of Annofab': annofab(409),
    'a 418 of Annofab': annofab(418),
    'a 429 of Annofab': annofab(429, { 'retry-after': '30' }),
    'a 500 of Annofab': annofab(500),
    'a 503 of Annofab': annofab(503, { 'retry-after': '30' }),
    'a redirection': annofab(302, { location: `http://127.0.0.1:9/${encodeURIComponent(marker)}` }),
    'an error of an odd type': { status: 404, headers: { 'content-type': inHeader }, body: marker },
    text: { status: 200, headers, body: marker },
    'JSON that is text': { status: 200, headers, body: JSON.stringify(marker) },
    'JSON with other fields': { status: 200, headers, body: inFields },
    'a page': { status: 200, headers: { 'content-type': 'text/html' }, body: `<html>${marker}</html>` },
    'half of some JSON': { status: 200, headers, body: `{"a":"${marker}` },
    'half of what it promised': { status: 200, headers, body: `{"a":"${marker}`, cut: true },
  };
}

/** A server that says something else to some of the requests of a piece of work: a case for each thing that it could say. */
export function server(
  name: string,
  where: { proxy: (world: World) => FrontProxy; asked: (asked: Asked) => boolean },
  work: (world: World) => Promise<void>,
): Case[] {
  return Object.keys(sayings('')).map((saying) => ({
    name: `${saying} from ${name}`,
    markers,
    oneOfMany: true,
    async run(world, marker) {
      let times = 0;
      where.proxy(world).says((request) => {
        if (!where.asked(request)) return undefined;
        times += 1;
        return sayings(marker)[saying];
      });
      await work(world);
      if (times === 0) throw new Error('Nobody asked, so nobody heard it');
    },
  }));
}

/** Requests whose `METHOD path` fits. */
export function is(pattern: RegExp): (asked: Asked) => boolean {
  return ({ method, url }) => pattern.test(`${method} ${url}`);
}

/** Requests to a service of AWS that names it in a header; S3 does not. */
export function isTo(service: 'secretsmanager' | 'AmazonSQS' | 'DynamoDB'): (asked: Asked) => boolean {
  return ({ headers }) => `${headers['x-amz-target']}`.startsWith(service);
}
