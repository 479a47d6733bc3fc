/**
 * Reads a packaged service from standard input, and prints everything that is wrong with it. cli/package/plugin.js calls it
 * during `npm run package` and `npm run deploy`.
 */
import { text } from 'node:stream/consumers';
import { type PackagedService, packageProblems } from './package/package-problems.ts';

const packaged: PackagedService = JSON.parse(await text(process.stdin));
const problems = await packageProblems(packaged);
if (problems.length > 0) {
  console.log(['The package was refused:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
  process.exitCode = 1;
}
