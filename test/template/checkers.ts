import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Finding } from './findings.ts';
import type { Template } from './template.ts';

/** Runs cfn-lint, which checks whether CloudFormation accepts the template. Returns errors and warnings. */
export async function runCfnLint(o: {
  python: string;
  file: string;
  template: Template;
  region: string;
}): Promise<Finding[]> {
  const { python, file, template, region } = o;
  const options = ['--format', 'json', '--regions', region, '--template', file];
  const found: readonly LintMatch[] = await runJson(python, 'cfn-lint', options);
  return found.map(({ Rule, Location, Message }) => {
    const [section = '', id = ''] = Location.Path;
    const kind = section === 'Resources' ? template.Resources[id]?.Type : section;
    return { check: Rule.Id, resource: `${kind}.${id}`, message: Message };
  });
}

/** Runs checkov, which checks the security of the resources. */
export async function runCheckov({ python, file }: { python: string; file: string }): Promise<Finding[]> {
  const options = ['--framework', 'cloudformation', '--output', 'json', '--compact', '--quiet', '--skip-download'];
  const { results, summary }: CheckovReport = await runJson(python, 'checkov', [...options, '--file', file]);
  if (summary.parsing_errors > 0) throw new Error('checkov cannot read the template');
  return results.failed_checks.map(({ check_id, resource, check_name }) => ({
    check: check_id,
    resource,
    message: check_name,
  }));
}

interface LintMatch {
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Location: { readonly Path: readonly string[] };
}

interface CheckovReport {
  readonly summary: { readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
    }[];
  };
}

/** The checkers exit with a failure when they find something, so only their output counts. */
function runJson<T>(python: string, command: string, args: readonly string[]): Promise<T> {
  const run = join(dirname(python), command);
  return new Promise((resolve, reject) => {
    execFile(python, [run, ...args], { maxBuffer: 64 * 1024 * 1024 }, (_failure, printed, complaints) => {
      try {
        resolve(JSON.parse(printed));
      } catch {
        reject(new Error(`${command} broke off:\n${complaints.slice(-2_000)}${printed.slice(-2_000)}`));
      }
    });
  });
}
