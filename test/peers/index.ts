/**
 * Runs Annofab's Python client and command line against the emulator, and compares the client's models with our API
 * description: `npm run test:peers`. It is not part of `npm test`, since it needs Python and PyPI. Where they are missing, it
 * says so and succeeds, except with `--required`.
 */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { OperationId } from '../../lib/annofab/api-description.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { localNames } from '../../local/names.ts';
import { everyTypeSeed } from '../local/annofab/every-type.ts';
import { runWithPython } from '../support/python.ts';
import { using } from '../support/using.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import { compareModels } from './models.ts';

interface Report {
  /** Distinct calls that succeeded. */
  readonly passed: readonly string[];
  /** The reason by call. */
  readonly failed: Readonly<Record<string, string>>;
}

interface Run extends Report {
  readonly operations: ReadonlySet<OperationId>;
  readonly violations: ReadonlySet<string>;
}

/** Annofab's clients on PyPI. The command line requires Python 3.12 or later. */
const PACKAGES = ['annofabapi==1.8.1', 'annofabcli==1.144.0'];
const SCRIPTS = [
  'python_client.py',
  'python_rest.py',
  'python_version_two.py',
  'command_line.py',
  'command_line_specs.py',
  'command_line_annotations.py',
  'command_line_video_and_3d.py',
];
const { values } = parseArgs({ options: { required: { type: 'boolean', default: false } } });

await runWithPython({ name: 'peers', packages: PACKAGES, required: values.required }, async (python) => {
  const runs = await Promise.all(
    SCRIPTS.map((script) =>
      using(startAnnofabEmulator({ seed: everyTypeSeed, checkContract: true }), (annofab) =>
        runScript(python, script, annofab),
      ),
    ),
  );
  return await report(runs, await compareModels(python));
});

async function runScript(python: string, script: string, annofab: AnnofabEmulator): Promise<Run> {
  const child = spawn(
    python,
    [join(import.meta.dirname, script), annofab.url, localNames.userId, localNames.password],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
  );
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const answered = annofab.spy.requests.filter(({ status = 500 }) => status < 300);
  return {
    ...parseReport(printed, complaints, script),
    operations: new Set(answered.flatMap(({ operation }) => operation ?? [])),
    violations: new Set(
      annofab.violations.map(({ operation, in: where, message }) => `${where} ${operation}: ${message}`),
    ),
  };
}

/** The last line that a script prints; without it the script broke. */
function parseReport(printed: string, complaints: string, script: string): Report {
  try {
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
  } catch {
    return { passed: [], failed: { [script]: `broke off:\n${complaints.slice(-2_000)}` } };
  }
}

/** @returns whether all passed */
async function report(runs: readonly Run[], models: readonly string[]): Promise<boolean> {
  const failed = runs.flatMap((run) => Object.entries(run.failed));
  const violations = runs
    .flatMap((run) => [...run.violations])
    .filter((violation) => !KNOWN_DIFFERENCES.has(violation));
  for (const [call, why] of failed) console.log(`failed: ${call}: ${why}`);
  for (const violation of violations) console.log(`against the API description: ${violation}`);
  for (const difference of models) console.log(`model: ${difference}`);
  const operations = [...new Set(runs.flatMap((run) => [...run.operations]))].sort();
  await writeFile(new URL('exercised.json', import.meta.url), `${JSON.stringify(operations, null, 2)}\n`);
  const called = new Set(runs.flatMap((run) => [...run.passed, ...Object.keys(run.failed)]));
  const outcome = failed.length === 0 ? 'all passed' : `${failed.length} failed`;
  console.log(`peers: ${called.size} distinct calls, ${outcome}; ${operations.length} operations exercised`);
  return failed.length + violations.length + models.length === 0;
}
