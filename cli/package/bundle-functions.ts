import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { build, type OutputFile } from 'esbuild';
import { ZipFile } from 'yazl';
import { DEPLOYED_BUNDLE } from '../../local/lambda/bundle-options.ts';
import { findHandlerFile } from '../../local/lambda/processes/handler-file.ts';

/** What is uploaded for one function. */
export interface Artifact {
  /** As serverless.yml names it: `functions/on-task-completed.handler`. */
  readonly handler: string;
  readonly zipFile: string;
}

const ROOT = join(import.meta.dirname, '..', '..');
/** Bundles are built in memory. The source maps name the sources from this folder. */
const OUTDIR = join(ROOT, '.serverless');
/** The same functions give the same bytes, by which a deployment sees that nothing has changed. The earliest date of a ZIP. */
const ZIP_ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Bundles the functions, and writes each bundle with its source map into a ZIP. */
export async function bundleFunctions(artifacts: readonly Artifact[]): Promise<void> {
  const entryPoints = [...new Set(artifacts.map(({ handler }) => fileOf(handler)))];
  const { outputFiles } = await build({
    ...DEPLOYED_BUNDLE,
    absWorkingDir: ROOT,
    entryPoints,
    outbase: ROOT,
    outdir: OUTDIR,
    write: false,
    logLevel: 'silent',
  });
  for (const { handler, zipFile } of artifacts) {
    await mkdir(dirname(zipFile), { recursive: true });
    await writeFile(zipFile, await zipOf(fileOf(handler), outputFiles));
  }
}

function fileOf(handler: string): string {
  const file = findHandlerFile(ROOT, handler);
  if (file === undefined) throw new Error(`There is no file of the handler ${handler}: correct it in serverless.yml`);
  return file;
}

/** The bundle stands where its source does, since the handler names it: `functions/on-task-completed.cjs`. */
function zipOf(file: string, outputs: readonly OutputFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  const bundle = relative(ROOT, file).replace(extname(file), '.cjs');
  for (const name of [bundle, `${bundle}.map`]) {
    const output = outputs.find(({ path }) => path === join(OUTDIR, name));
    if (output !== undefined) zip.addBuffer(Buffer.from(output.contents), name.replaceAll('\\', '/'), ZIP_ENTRY);
  }
  zip.end();
  return buffer(zip.outputStream);
}
