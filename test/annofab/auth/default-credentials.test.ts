import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { defaultCredentials } from '../../../lib/annofab/auth/default-credentials.ts';
import { findNetrcEntry, parseNetrc } from '../../../lib/annofab/auth/netrc.ts';
import { resolveBaseUrl } from '../../../lib/annofab/http/base-url.ts';
import { AnnofabClient, CredentialError } from '../../../lib/annofab/index.ts';
import { failureOf, sendJson, startServer } from '../support.ts';

async function writeNetrc(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netrc-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'netrc');
  await writeFile(path, text);
  return path;
}

const ask = async (environment: Record<string, string>) =>
  defaultCredentials('annofab.com', environment)({ reread: false });

describe('the default credentials', () => {
  const all = { ANNOFAB_PAT: 'my-pat', ANNOFAB_USER_ID: 'me', ANNOFAB_PASSWORD: 'pass' };

  it('takes the personal access token of the environment first', async () => {
    const NETRC = await writeNetrc('machine annofab.com login other password word');
    expect(await ask({ ...all, NETRC })).toEqual({ pat: 'my-pat' });
  });

  it('takes user id and password of the environment where ANNOFAB_PAT is unset or empty', async () => {
    const NETRC = await writeNetrc('machine annofab.com login other password word');
    expect(await ask({ ...all, ANNOFAB_PAT: '', NETRC })).toEqual({ user_id: 'me', password: 'pass' });
  });

  it('takes the .netrc file where the environment has no complete credentials', async () => {
    const NETRC = await writeNetrc('machine annofab.com login other password word');
    expect(await ask({ NETRC })).toEqual({ user_id: 'other', password: 'word' });
    expect(await ask({ ANNOFAB_USER_ID: 'me', NETRC })).toEqual({ user_id: 'other', password: 'word' });
  });

  it.each([
    [
      'has no such machine',
      'machine example.com login l password p',
      /There are no credentials.*has no machine annofab\.com.*ANNOFAB_PAT/,
    ],
    ['has no password for it', 'machine annofab.com login me', /the machine annofab\.com lacks its password/],
    ['has no login for it', 'machine annofab.com password secret-word', /the machine annofab\.com lacks its login/],
    ['cannot be read as one', 'machine annofab.com\nlogin me secret-word', /netrc: line 2 is not in the format/],
  ])('throws a clear error when the .netrc file %s', async (_what, text, message) => {
    const error = await failureOf(ask({ NETRC: await writeNetrc(text) }));
    expect(error).toBeInstanceOf(CredentialError);
    expect(error.message).toMatch(message);
    expect(error.message + JSON.stringify(error)).not.toContain('secret-word');
  });

  it('throws a clear error when the file that NETRC names does not exist', async () => {
    const NETRC = join(tmpdir(), 'no-such-netrc-file');
    expect((await failureOf(ask({ NETRC }))).message).toMatch(/no-such-netrc-file, which NETRC names, cannot be read/);
  });

  it('looks for .netrc in the home folder, and lists all options in the error when it is missing', async () => {
    const home = await mkdtemp(join(tmpdir(), 'home-test-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    vi.stubEnv('HOME', home);
    onTestFinished(() => void vi.unstubAllEnvs());
    const error = await failureOf(ask({ ANNOFAB_USER_ID: 'me' }));
    expect(error.message).toMatch(/ANNOFAB_USER_ID is set without ANNOFAB_PASSWORD, and there is no .*\.netrc/);
    await writeFile(join(home, '.netrc'), 'machine annofab.com login a password b');
    expect(await ask({})).toEqual({ user_id: 'a', password: 'b' });
  });

  it('reads the credentials when they are needed, by the host of the base URL', async () => {
    const server = await startServer((request, response) =>
      sendJson(response, request.url.endsWith('/login') ? { token: { id_token: 'id-1' } } : {}),
    );
    vi.stubEnv('ANNOFAB_PAT', '');
    vi.stubEnv('ANNOFAB_USER_ID', '');
    vi.stubEnv(
      'NETRC',
      await writeNetrc('machine annofab.com login x password y\nmachine 127.0.0.1 login l password p'),
    );
    vi.stubEnv('ANNOFAB_ENDPOINT_URL', server.url);
    onTestFinished(() => void vi.unstubAllEnvs());
    await using client = new AnnofabClient({});
    await client.getMyAccount();
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ user_id: 'l', password: 'p' });
  });

  it('never reads the environment where the credentials option is given', async () => {
    const server = await startServer((_request, response) => sendJson(response, {}));
    vi.stubEnv('ANNOFAB_PAT', 'of-the-environment');
    vi.stubEnv('ANNOFAB_ENDPOINT_URL', 'http://127.0.0.1:1');
    onTestFinished(() => void vi.unstubAllEnvs());
    await using client = new AnnofabClient({ credentials: { pat: 'of-the-option' }, baseUrl: server.url });
    await client.getMyAccount();
    expect(server.requests[0]?.headers.authorization).toBe('Bearer of-the-option');
  });
});

describe('the base URL', () => {
  it('takes the base URL from the option, else ANNOFAB_ENDPOINT_URL, else annofab.com', () => {
    const environment = { ANNOFAB_ENDPOINT_URL: 'http://localhost:4000' };
    expect(resolveBaseUrl('https://x.example/sub/', environment)).toMatchObject({
      origin: 'https://x.example',
      pathPrefix: '/sub',
    });
    expect(resolveBaseUrl(undefined, environment)).toMatchObject({
      origin: 'http://localhost:4000',
      hostname: 'localhost',
    });
    expect(resolveBaseUrl(undefined, { ANNOFAB_ENDPOINT_URL: '' }).origin).toBe('https://annofab.com');
  });

  it('says whether the option or ANNOFAB_ENDPOINT_URL is invalid', () => {
    expect(() => resolveBaseUrl(undefined, { ANNOFAB_ENDPOINT_URL: 'annofab.com' })).toThrow(
      /ANNOFAB_ENDPOINT_URL must be/,
    );
    expect(() => resolveBaseUrl('ftp://x', {})).toThrow(/baseUrl must be/);
  });
});

describe('a .netrc file', () => {
  it.each<[string, string, object | undefined]>([
    ['on one line', 'machine h login l password p', { login: 'l', password: 'p' }],
    ['over many lines', 'machine h\n\tlogin l\r\n  password\n p\n', { login: 'l', password: 'p' }],
    ['with an account', 'machine h login l account a password p', { login: 'l', password: 'p' }],
    [
      'with words in quotes',
      'machine h login "a b" password "say \\"x\\" \\\\"',
      { login: 'a b', password: 'say "x" \\' },
    ],
    ['with escapes without quotes', 'machine h login l password a\\ b', undefined],
    ['with comments', '# mine\nmachine h # here\nlogin l # me\npassword p', { login: 'l', password: 'p' }],
    ['with a password that begins with #', 'machine h login l password #1', { login: 'l', password: '#1' }],
    ['with a password like a keyword', 'machine h login l password machine', { login: 'l', password: 'machine' }],
    [
      'with a macro',
      'machine h login l password p\nmacdef init\ncd machine\nbin\n\nmachine x login y password z',
      { login: 'l' },
    ],
    ['by another case of the name', 'machine H login l password p', { login: 'l' }],
    ['with the machine after others', 'machine x login 1 password 2\nmachine h login l password p', { login: 'l' }],
    ['by the first of two', 'machine h login l password p\nmachine h login m password q', { login: 'l' }],
    ['by its default', 'machine x login 1 password 2\ndefault login l password p', { login: 'l' }],
    [
      'by the machine rather than the default',
      'default login d password d\nmachine h login l password p',
      { login: 'l' },
    ],
    ['with a byte order mark', '\uFEFFmachine h login l password p', { login: 'l', password: 'p' }],
  ])('parses a .netrc file %s', (_what, text, expected) => {
    if (!expected) return expect(() => parseNetrc(text)).toThrow(SyntaxError);
    expect(findNetrcEntry(parseNetrc(text), 'h')).toMatchObject(expected);
  });

  it('finds no machine in an empty .netrc file', () => {
    expect(findNetrcEntry(parseNetrc('# nothing\n'), 'h')).toBeUndefined();
  });

  it.each([
    ['a word that is none', 'machine h\nlogin l\nsecret p', 3],
    ['a keyword without a value at its end', 'machine h login', 1],
    ['a login without a machine', 'login l', 1],
    ['a quote that is not closed', 'machine h\nlogin "l\npassword p', 2],
  ])('reports the line of a .netrc file with %s', (_what, text, line) => {
    expect(() => parseNetrc(text)).toThrow(new SyntaxError(`line ${line} is not in the format of a .netrc file`));
  });
});
