/**
 * Measures everything that docs/performance.md and docs/scale.md say. Each part runs in a process of its own, one after the other.
 *
 *     npm run bench -- [part…] [--quick] [--json] [--write] [--frames 1000000]
 *
 * It ends with 1 if a ratio misses its bar of budgets.json; in a quick run, if it misses it by more than the margin there.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { text } from 'node:stream/consumers';
import { Argument, Command } from 'commander';
import { bar, type Figure, reachesBar, table } from './figures.ts';
import { PARTS } from './parts.ts';

/** The tables are written wherever these pages have a place for them. */
const PAGES = ['../docs/performance.md', '../docs/client/archives.md', '../docs/scale.md'].map(
  (path) => new URL(path, import.meta.url),
);

const command = new Command('npm run bench --')
  .description('Measures all parts, or those that are named.')
  .addArgument(new Argument('[part...]').choices(Object.keys(PARTS)))
  .option('--quick', 'fewer and smaller rounds', false)
  .option('--json', 'print one line of JSON', false)
  .option('--write', 'write the tables into the pages', false)
  .option('--frames <number>', 'the largest archive that becomes a dataset', Number)
  .parse();
const values = command.opts<{ quick: boolean; json: boolean; write: boolean; frames?: number }>();

const chosen = command.args.length > 0 ? command.args : Object.keys(PARTS);
const figures: Figure[] = [];
for (const name of chosen) {
  const found = await measure(name);
  figures.push(...found);
  if (!values.json) console.log(`\n${name}: ${PARTS[name]?.what}\n\n${table(found)}`);
  if (values.write) await writeTable(name, found);
}
if (values.json) console.log(JSON.stringify({ machine: machine(), quick: values.quick, figures }));
else console.log(`\n${machine()}`);

const missed = figures.filter((each) => !reachesBar(each, values.quick));
for (const each of missed) console.error(`${each.name}: ${each.value.toFixed(2)}, the bar is ${bar(each)}`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** One part is measured here; several in a process each, so that none inherits the memory and the compiled code of another. */
async function measure(name: string): Promise<readonly Figure[]> {
  const { quick, frames } = values;
  if (chosen.length === 1) return (await PARTS[name]?.load())?.run({ quick, frames }) ?? [];
  const args = [
    import.meta.filename,
    name,
    '--json',
    ...(quick ? ['--quick'] : []),
    ...(frames ? ['--frames', String(frames)] : []),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (output === '') throw new Error(`${name} ended with ${code}`);
  return JSON.parse(output).figures;
}

async function writeTable(name: string, found: readonly Figure[]): Promise<void> {
  const place = new RegExp(`(<!-- bench:${name} -->\n).*?(<!-- end -->)`, 's');
  const pages = await Promise.all(PAGES.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const chosen = pages.filter(({ text }) => place.test(text));
  if (chosen.length === 0) throw new Error(`No page has a place for ${name}: <!-- bench:${name} -->`);
  const entry = `$1\n${table(found)}\n\n${machine()}\n\n$2`;
  await Promise.all(chosen.map(({ file, text }) => writeFile(file, text.replace(place, entry))));
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}.`;
}
