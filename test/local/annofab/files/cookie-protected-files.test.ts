import { describe, expect, it } from 'vitest';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const SIGN = `/api/internal/projects/${PROJECT}/sign-headers`;
const frame = { ...demo, input_data_id: 'task-1-frame-1' };

/** An emulator whose files have permanent addresses. */
async function startCookieProtected() {
  const emulator = await startEmulator({ settings: { filesBehindCookies: true } });
  const { annofab, owner, raw } = emulator;
  const cookieFor = async (resource: string) =>
    (await raw('GET', `${SIGN}?resource=${resource}`)).headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  const get = (url: string, cookie?: string, more = {}) =>
    fetch(url, { headers: { ...(cookie !== undefined && { cookie }), ...more } });
  const inputUrl = async () => (await owner.getInputData(frame)).url ?? '';
  return { ...emulator, annofab, cookieFor, get, inputUrl };
}

describe('cookie-protected files of a project', () => {
  it('files have signed URLs by default', async () => {
    const { owner } = await startEmulator();
    expect((await owner.getInputData(frame)).url).toContain('X-Amz-Signature');
  });

  it('with filesBehindCookies input data has a permanent address that needs the cookie of its data set', async () => {
    const { annofab, cookieFor, get, inputUrl } = await startCookieProtected();
    const url = await inputUrl();
    expect(url).toBe(`${annofab.filesUrl}/input_data_set/${PROJECT}/task-1-frame-1`);
    expect(await inputUrl()).toBe(url);
    const refused = await get(url);
    expect([refused.status, refused.headers.get('server')]).toEqual([403, 'CloudFront']);
    const file = await get(url, await cookieFor('input_data_set'), { range: 'bytes=1-3' });
    expect([file.status, await file.text()]).toEqual([206, 'PNG']);
  });

  it('with filesBehindCookies the outer file of an annotation needs the cookie of the project', async () => {
    const { owner, cookieFor, get } = await startCookieProtected();
    const { details } = await owner.getEditorAnnotation({ ...frame, task_id: 'task-1', query: { v: 2 } });
    const urls = JSON.stringify(details).match(/http:[^"]+/g) ?? [];
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) {
      expect(url).toContain(`/projects/${PROJECT}/annotations/`);
      expect((await get(url, await cookieFor('input_data_set'))).status).toBe(403);
      expect((await get(url, await cookieFor('project'))).status).toBe(200);
    }
  });

  it('an image of an instruction always needs the cookie of the project', async () => {
    const { owner, raw, annofab } = await startEmulator();
    const image = { ...demo, image_id: 'image-1' };
    const { url } = await owner.getInstructionImageUrlForPut(image);
    await fetch(url, { method: 'PUT', body: 'pixels' });
    const address = `${annofab.filesUrl}/projects/${PROJECT}/instruction-images/image-1`;
    expect((await fetch(address)).headers.get('server')).toBe('CloudFront');
    const { headers } = await raw('GET', SIGN);
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect(await (await fetch(address, { headers: { cookie } })).text()).toBe('pixels');
  });

  it('returns 404 for an unknown file when the cookie is valid', async () => {
    const { cookieFor, get, inputUrl } = await startCookieProtected();
    const url = (await inputUrl()).replace('frame-1', 'frame-99');
    expect((await get(url, await cookieFor('input_data_set'))).status).toBe(404);
  });

  it('returns 403 when the cookies have expired', async () => {
    const { annofab, cookieFor, get, inputUrl } = await startCookieProtected();
    const [url, cookie] = [await inputUrl(), await cookieFor('input_data_set')];
    annofab.clock.advance(86_400_000);
    expect((await get(url, cookie)).status).toBe(403);
  });
});

describe('sign-headers', () => {
  it('sign-headers returns cookies only to members, and only for a known resource', async () => {
    const { raw } = await startEmulator();
    expect(await raw('GET', SIGN, { authorization: 'Bearer demo-mfa-pat' })).toMatchObject(
      annofabError(403, 'FORBIDDEN_RESOURCE'),
    );
    expect(await raw('GET', SIGN, { authorization: null })).toMatchObject(annofabError(401, 'UNAUTHORIZED_API'));
    expect(await raw('GET', `${SIGN}?resource=else`)).toMatchObject(annofabError(400, 'INVALID_QUERYPARAM'));
    expect(await raw('GET', SIGN.replace(PROJECT, 'nothing'))).toMatchObject(annofabError(404, 'MISSING_RESOURCE'));
  });
});
