import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { runCommand } from '../support/run-command.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const BIN = 'cli/annofab-functions.js';

/** Runs `annofab-functions` with these arguments in this process. */
function annofabFunctions(...[name = '', ...args]: readonly string[]) {
  return runCommand(name, args);
}

describe('annofab-functions', () => {
  it.each(['--help', '-h', 'help'])('lists all commands and the exit codes for %s', async (word) => {
    const { code, out } = await annofabFunctions(word);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
    expect(out).toContain('0 done, 1 failed, 2 wrong use, 130 interrupted');
  });

  it('prints its version', async () => {
    expect(await annofabFunctions('--version')).toEqual({ code: 0, out: '0.2.0\n', err: '' });
  });

  it.each(COMMANDS.map(({ name }) => name))(
    'explains %s and the exit codes for `help` and for `--help`',
    async (name) => {
      const [one, other] = [await annofabFunctions('help', name), await annofabFunctions(name, '--help')];
      expect(one).toEqual(other);
      expect(one).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringContaining(`Usage: annofab-functions ${name} `),
      });
      expect(one.out).toContain('Exit codes: 0 done');
    },
  );

  it('explains a command, and a subcommand, for the word help after it', async () => {
    expect(await annofabFunctions('pull', 'help')).toEqual(await annofabFunctions('help', 'pull'));
    expect(await annofabFunctions('projects', 'help', 'add')).toEqual(
      await annofabFunctions('help', 'projects', 'add'),
    );
  });

  it.each([
    ['an unknown command', ['delivries'], /no command delivries: did you mean deliveries\?/],
    ['an unknown option', ['--hlep'], /no option --hlep: did you mean --help\?/],
    ['an unknown subcommand', ['deliveries', 'lst'], /unknown command 'lst'\n\(Did you mean list\?\)/],
    [
      'an unknown option of a command',
      ['deliveries', 'list', '--jsn'],
      /unknown option '--jsn'\n\(Did you mean --json\?\)/,
    ],
    [
      'an option of a subcommand that is missing, naming its own help',
      ['deliveries', 'dismiss'],
      /'--reason <text>'.*\nSee: annofab-functions help deliveries dismiss/,
    ],
    ['help for an unknown command', ['help', 'webhook'], /did you mean webhooks\?/],
    ['a missing subcommand', ['deliveries'], /Usage: annofab-functions deliveries/],
    ['an argument too many', ['deliveries', 'list', 'x'], /too many arguments/],
  ])('explains what is wrong with %s, and exits with 2', async (_what, args, message) => {
    const { code, out, err } = await annofabFunctions(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([['help'], ['completion', 'bash']])(
    'ends without a stack trace when the reader of %s stops, such as head',
    async (...args) => {
      const child = spawn(process.execPath, [BIN, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      const [complaints, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
      expect({ code, complaints }).toEqual({ code: 141, complaints: '' });
    },
  );

  it('answers --help and help <command> without the AWS SDK, the client and the local stack', async () => {
    for (const args of [['--help'], ['help', 'deliveries'], ['help', 'start']]) {
      const loaded = await loadedBy(args);
      expect(loaded.filter((url) => /@aws-sdk|lib\/annofab|local\/(aws|annofab|lambda)/.test(url))).toEqual([]);
    }
    expect((await loadedBy(['--help'])).filter((url) => url.includes('node_modules'))).toEqual([]);
  });
});

/** The modules that the command line loads, as Node reports them. */
async function loadedBy(args: readonly string[]): Promise<string[]> {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load: (url, context, next) => { process._rawDebug('loaded ' + url); return next(url, context); } });`;
  const options = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, BIN, ...args];
  const { stderr } = await run(process.execPath, options, { cwd: root });
  return [...stderr.matchAll(/^loaded (.*)$/gm)].map(([, url = '']) => url);
}
