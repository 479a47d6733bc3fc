/**
 * Converts archives to every format, reads the datasets with the programs that people read them with, and compares what they found:
 * `npm run test:readers`. It is not part of `npm test`, since it needs Python and PyPI. Where they are missing, it says so and
 * succeeds, except with `--required`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runWithPython } from '../support/python.ts';
import { using } from '../support/using.ts';
import { readFeed } from './read-feed.ts';
import { readSource } from './read-source.ts';
import { demoSource, generatedSource } from './source.ts';

const PACKAGES = [
  'pycocotools==2.0.11',
  'supervision==0.31.2',
  'datumaro==1.13.12',
  'pyarrow==25.0.1',
  'duckdb==2.0.1',
  'webdataset==1.0.2',
  'pillow==12.3.0',
];

const { values } = parseArgs({ options: { required: { type: 'boolean', default: false } } });

await runWithPython({ name: 'readers', packages: PACKAGES, required: values.required }, async (python) => {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-functions-readers-'));
  try {
    const problems = await readFeed(folder, python);
    for (const open of [generatedSource, demoSource]) {
      problems.push(...(await using(open(folder), (source) => readSource(source, folder, python))));
    }
    for (const problem of problems) console.log(problem);
    console.log(`readers: ${problems.length === 0 ? 'all agree' : `${problems.length} differences`}`);
    return problems.length === 0;
  } finally {
    await rm(folder, { recursive: true });
  }
});
