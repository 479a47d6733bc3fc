import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { deployerPolicy } from '../../cli/package/deployer-policy.ts';
import { FORMATS } from '../../lib/core/formats.ts';
import { localNames, secretNames } from '../../local/names.ts';
import { type RecordedStack, startRecordedStack } from '../cli/recorded-stack.ts';
import { blocksOf, PAGES, ROOT, readPage } from './pages.ts';

const OTHER = 'demo-video';
const FOLDER = 'docs/running/';
/** In the order in which a team needs them: each page finds the stage as the one before left it. */
const RUN = ['add-a-project', 'several-stages', 'switch-off', 'upgrade', 'roll-back', 'remove'];
const CI = `${FOLDER}continuous-deployment.md`;
/** What runs only with AWS, GitHub or a network. */
const ELSEWHERE = /^(npm (ci|run (deploy|serverless|package|typecheck))\b|git |aws |export )/;
const COMMAND = /^npx annofab-functions (.*)$/;
const POLICY = /^npm run -s deployer-policy -- (.*) > deployer-policy\.json$/;

const linesOf = (page: string): string[] =>
  blocksOf(page).flatMap(({ language, text }) =>
    language === 'sh' ? text.replaceAll('\\\n', ' ').trim().split('\n') : [],
  );

/** The arguments of a command line: the stage is that of the local stack. */
function argsOf(line: string): string[] {
  const filled = line.replaceAll('<project id>', localNames.project).replaceAll(/ --stage \w+/g, '');
  return [...filled.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

let world: RecordedStack;
beforeAll(async () => {
  world = await startRecordedStack();
  // A stage that has another project already, and in which the demo's project is still to be added.
  const other = { secret: 'the-secret-of-the-other-project', project_id: OTHER };
  world.stack.aws.secrets.put(secretNames.webhooks, { webhook_secrets: [other] });
  world.stack.annofab.state.projects.get(localNames.project)?.webhooks.clear();
  await world.run(['projects', 'add', '--project', OTHER]);
});
afterAll(() => world?.stop());

describe('the pages about running a stage', () => {
  it.each(PAGES.filter((page) => page.startsWith(FOLDER)))(
    '%s has only commands that are run here or cannot be',
    (page) => {
      const unknown = linesOf(page).filter((line) => ![COMMAND, POLICY, ELSEWHERE].some((known) => known.test(line)));
      expect(unknown).toEqual([]);
    },
  );

  const commands = RUN.flatMap((name) =>
    linesOf(`${FOLDER}${name}.md`).flatMap((line) => {
      const [, args] = COMMAND.exec(line) ?? [];
      return args === undefined ? [] : [[name, args] as const];
    }),
  );
  it.each(commands)('%s: `%s` runs in a stage', async (_page, args) => {
    const { code, out, err } = await world.run(argsOf(args));
    expect(code, out + err).toBe(0);
  });
});

describe('continuous deployment', () => {
  it('has a workflow with npm scripts that exist, and with the right to ask for a token', async () => {
    const [{ text = '' } = {}] = blocksOf(CI).filter(({ language }) => language === 'yaml');
    const { permissions, jobs } = parse(text);
    expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    const runs = jobs.deploy.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    for (const run of runs) {
      const [, script] = /^npm (?:run )?([\w:]+)/.exec(run) ?? [];
      expect(['ci', ...Object.keys(scripts)]).toContain(script);
    }
    expect(runs.at(-1)).toBe('npm run deploy -- --stage prod');
  });

  it('has a trust policy for the environment of the workflow, and a role that cannot change itself', () => {
    const [{ text = '' } = {}] = blocksOf(CI).filter(({ language }) => language === 'json');
    const [statement] = JSON.parse(text).Statement;
    expect(statement.Action).toBe('sts:AssumeRoleWithWebIdentity');
    expect(Object.values(statement.Condition.StringEquals)).toEqual([
      'sts.amazonaws.com',
      expect.stringMatching(/^repo:[\w-]+\/[\w-]+:environment:prod$/),
    ]);
    const [, role = ''] = /role-to-assume: \S+:role\/(\S+)/.exec(readPage(CI)) ?? [];
    expect(role).not.toMatch(/^annofab-functions-prod/);
  });

  it.each([CI, `${FOLDER}deployer-rights.md`])('prints the policy of %s', async (page) => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-docs-policy-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const lines = linesOf(page).flatMap((line) => POLICY.exec(line)?.[1] ?? []);
    expect(lines).toHaveLength(1);
    const script = join(ROOT, 'cli/package/print-deployer-policy.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...argsOfPolicy(lines[0])], {
      cwd: folder,
    });
    const [, account] = /--account (\d+)/.exec(lines[0] ?? '') ?? [];
    const [, region] = /--region (\S+)/.exec(lines[0] ?? '') ?? [];
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(JSON.stringify(deployerPolicy({ service: 'annofab-functions', stage: 'prod', account, region }))),
    );
  });
});

describe('npm run deployer-policy', () => {
  it.each([
    [['--stagee', 'prod'], /unknown option '--stagee'\n\(Did you mean --stage\?\)/],
    [['--stage'], /argument missing/],
    [['--account', 'abc'], /12 digits/],
  ])('explains in two lines what is wrong with %j, and exits with 2', async (args, message) => {
    const script = join(ROOT, 'cli/package/print-deployer-policy.ts');
    const ended = promisify(execFile)(process.execPath, [script, ...args]);
    const { code, stdout, stderr } = await ended.catch((error: unknown) => Object(error));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\nSee: npm run -s deployer-policy -- --help\n$/);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

const argsOfPolicy = (line = ''): string[] => line.split(' ');

describe('the pages about releases', () => {
  it('name the format versions that this release writes', () => {
    const rows = [...readPage(`${FOLDER}upgrade.md`).matchAll(/^\| .+ \| `(\w+)` \| (\d+) \|$/gm)];
    const shown = new Set(rows.map(([, field, version]) => `${field} ${version}`));
    expect(shown).toEqual(new Set(Object.values(FORMATS).map(({ field, version }) => `${field} ${version}`)));
  });

  it('have an entry of the changelog for the version of package.json', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
    const [newest] = [...changelog.matchAll(/^## (\d\S*) - \d{4}-\d\d-\d\d$/gm)].map(([, one]) => one);
    expect(newest).toBe(version);
  });
});
