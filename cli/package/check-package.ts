/**
 * Reads a packaged service from standard input, and prints everything that is wrong with it; or, with the limit of the account
 * in which it is about to be deployed, a warning if that is too low. plugin.js calls it.
 */
import { text } from 'node:stream/consumers';
import { concurrencyWarning } from './concurrency-warning.ts';
import { type PackagedService, packageProblems } from './package-problems.ts';

const { limit, ...packaged }: PackagedService & { readonly limit?: number } = JSON.parse(await text(process.stdin));
if (limit === undefined) await refuse();
else console.log(concurrencyWarning(packaged.template, limit) ?? '');

async function refuse(): Promise<void> {
  const problems = await packageProblems(packaged);
  if (problems.length === 0) return;
  console.log(['The package was refused:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
  process.exitCode = 1;
}
