/**
 * Verifies that the template deploys: `npm run test:template`. cfn-lint and checkov check what `npm run package` makes, and
 * moto, a local AWS, deploys it, with several settings. The policy of a deployer is compared with what CloudFormation's types say. The Python of docs/read.md reads what the local stack exports. It is not part
 * of `npm test`, since it needs Python and PyPI. Where they are missing, it says so and succeeds, except with `--required`.
 * `--only <variant>` checks one variant, and may be repeated.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mapInOrder } from '../../lib/core/async/map-in-order.ts';
import { packageService } from '../support/package-service.ts';
import { runWithPython } from '../support/python.ts';
import { using } from '../support/using.ts';
import { acceptedByCheckov, acceptedByLint } from './accepted-findings.ts';
import { runCfnLint, runCheckov } from './checkers.ts';
import { deployPackage, type Moto, startMoto } from './deploy.ts';
import { deployerPolicyProblems } from './deployer-policy.ts';
import { type AcceptedFinding, type Finding, judge } from './findings.ts';
import { printFindings, printVerdict } from './print.ts';
import { pushResources } from './push.ts';
import { readPageProblems } from './read-page.ts';
import type { Template } from './template.ts';
import { VARIANTS, type Variant } from './variants.ts';
import { verifyStack } from './verify-stack.ts';
import { walkThrough } from './walk-through.ts';

const PACKAGES = ['cfn-lint==1.58.0', 'checkov==3.3.30', 'moto[server]==5.2.5'];
/** The default region of the service. */
const REGION = 'ap-northeast-1';
/** Each variant has a moto and a packaging of its own. */
const VARIANTS_AT_ONCE = 2;
interface Report {
  readonly linted: readonly Finding[];
  readonly checked: readonly Finding[];
  /** Problems of the deployed stack. */
  readonly problems: readonly string[];
}

const { values } = parseArgs({
  options: {
    required: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: VARIANTS.map(({ name }) => name) },
  },
});
await runWithPython({ name: 'template', packages: PACKAGES, required: values.required }, async (python) => {
  const problems = [
    ...(await checkTemplates(python)),
    ...(await deployerPolicyProblems(python, REGION)),
    ...(await readPageProblems(python)),
  ];
  for (const problem of problems) console.log(`failed: ${problem}`);
  console.log(`template: ${problems.length === 0 ? 'no problems' : `${problems.length} problems`}`);
  return problems.length === 0;
});

/** @returns a line for each problem */
async function checkTemplates(python: string): Promise<string[]> {
  const reports = await mapInOrder(chosenVariants(), VARIANTS_AT_ONCE, (variant) =>
    using(startMoto(python), async (moto) =>
      checkTemplate(python, variant, await packageService(variant.settings), moto),
    ),
  );
  const linted = reports.flatMap((report) => report.linted);
  const checked = reports.flatMap((report) => report.checked);
  return [
    ...judged('cfn-lint', acceptedByLint, linted),
    ...judged('checkov', acceptedByCheckov, checked),
    ...reports.flatMap(({ problems }) => problems),
  ];
}

function chosenVariants(): readonly Variant[] {
  const unknown = values.only.filter((name) => VARIANTS.every((variant) => variant.name !== name));
  if (unknown.length > 0) throw new Error(`There is no variant ${unknown.join(', ')}`);
  return VARIANTS.filter(({ name }) => values.only.includes(name));
}

async function checkTemplate(python: string, variant: Variant, folder: string, moto: Moto): Promise<Report> {
  const file = join(folder, 'cloudformation-template-update-stack.json');
  const template: Template = JSON.parse(await readFile(file, 'utf8'));
  const [linted, checked, stack] = await Promise.all([
    runCfnLint({ python, file, template, region: REGION }),
    runCheckov({ python, file }),
    deployPackage({ python, url: moto.url, folder, region: REGION }),
  ]);
  const walks = variant.walks !== false;
  const walked = walks ? await walkThrough({ stack, url: moto.url, folder, region: REGION }) : [];
  // Afterwards: moto obeys the policy of the bucket, which denies what does not come over TLS.
  const pushed = await pushResources({ python, url: moto.url, folder, region: REGION, template, stack });
  const verdict = verifyStack(template, stack, pushed, REGION);
  printVerdict(variant.name, template, verdict);
  if (walks && walked.length === 0)
    console.log('  an event was processed from the receiver through queue and worker to bucket and ledger');
  return {
    linted,
    checked,
    problems: [...verdict.problems, ...walked].map((problem) => `${variant.name}: ${problem}`),
  };
}

function judged(checker: string, accepted: readonly AcceptedFinding[], findings: readonly Finding[]): string[] {
  const problems = judge(findings, accepted, { isWhole: values.only.length === VARIANTS.length });
  printFindings(checker, accepted, findings);
  return problems.map((problem) => `${checker}: ${problem}`);
}
