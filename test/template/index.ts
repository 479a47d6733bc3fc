/**
 * Shows that the template deploys: `npm run test:template`. cfn-lint and checkov check what `npm run package` makes, and
 * moto, an AWS on this machine, deploys it. It is not a part of `npm test`, since it needs Python and PyPI; where they
 * are missing it says so and ends well, unless told `--required`.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageService } from '../support/package-service.ts';
import { preparePython } from '../support/python.ts';
import { acceptedByCheckov, acceptedByLint } from './accepted-findings.ts';
import { type Checked, runCfnLint, runCheckov } from './checkers.ts';
import { deployPackage } from './deploy.ts';
import { type AcceptedFinding, judge } from './findings.ts';
import type { Template } from './template.ts';
import { type Verdict, verifyStack } from './verify-stack.ts';

const PACKAGES = ['cfn-lint==1.58.0', 'checkov==3.3.30', 'moto[server]==5.2.5'];
/** Where the service is deployed unless told otherwise. */
const REGION = 'ap-northeast-1';
const { values } = parseArgs({ options: { required: { type: 'boolean', default: false } } });

const prepared = await preparePython({ name: 'template', packages: PACKAGES });
if ('missing' in prepared) {
  console.log(`template: not run, ${prepared.missing}`);
  process.exitCode = values.required ? 1 : 0;
} else {
  const problems = await checkTemplate(prepared.python);
  for (const problem of problems) console.log(`failed: ${problem}`);
  console.log(`template: ${problems.length === 0 ? 'all is as it should be' : `${problems.length} problems`}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/** @returns what is wrong, a line for each */
async function checkTemplate(python: string): Promise<string[]> {
  await using packaged = await packageService();
  const file = join(packaged.folder, 'cloudformation-template-update-stack.json');
  const template: Template = JSON.parse(await readFile(file, 'utf8'));
  const request = { python, file, template, region: REGION };
  const [linted, checked, stack] = await Promise.all([
    runCfnLint(request),
    runCheckov(request),
    deployPackage(python, packaged.folder, REGION),
  ]);
  const verdict = verifyStack(template, stack, REGION);
  printVerdict(verdict);
  return [
    ...reportFindings('cfn-lint', linted, acceptedByLint),
    ...reportFindings('checkov', checked, acceptedByCheckov),
    ...(stack.status === 'UPDATE_COMPLETE' ? [] : [`the stack is ${stack.status}`]),
    ...verdict.problems,
  ];
}

function reportFindings(checker: string, { passed, findings }: Checked, accepted: readonly AcceptedFinding[]) {
  const problems = judge(findings, accepted);
  const passes = passed === undefined ? '' : `${passed} checks passed, `;
  console.log(`${checker}: ${passes}${findings.length} findings, ${problems.length} of them not explained`);
  for (const { check, reason } of accepted) {
    const times = findings.filter((finding) => finding.check === check).length;
    console.log(`  ${check} ×${times} accepted: ${reason}`);
  }
  return problems.map((problem) => `${checker}: ${problem}`);
}

function printVerdict({ verified, passedOver, properties, notCompared }: Verdict): void {
  console.log(`moto: ${total(verified)} resources made and read back, ${properties} properties as in the template`);
  printCounts('verified', verified);
  printCounts('passed over by moto, not verified', passedOver);
  for (const [what, times] of tally(notCompared))
    console.log(`  not compared: ${what}${times > 1 ? ` (×${times})` : ''}`);
}

function printCounts(what: string, counts: ReadonlyMap<string, number>): void {
  for (const [type, times] of counts) console.log(`  ${what}: ${type} ×${times}`);
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}
