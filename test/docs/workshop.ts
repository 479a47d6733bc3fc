import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Block, ROOT } from './pages.ts';

/** A folder in which the pages' blocks are files, beside the repository's rooms. */
export interface Workshop {
  readonly folder: string;
  /** The paths of the blocks' files, in the blocks' order. */
  readonly files: readonly string[];
}

/** Rooms that the blocks import. */
const ROOMS = ['lib', 'local', 'functions', 'test', 'node_modules', 'package.json'];

/** Writes each block into a file of its own. The folder is removed when the test ends. */
export async function writeBlocks(blocks: readonly Block[]): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'annofab-docs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await Promise.all(ROOMS.map((room) => symlink(join(ROOT, room), join(folder, room))));
  const files = await Promise.all(
    blocks.map(async (block) => {
      const file = join(folder, fileOf(block));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, asModule(block.text));
      return file;
    }),
  );
  return { folder, files };
}

/** Blocks import the rooms from the root, or from a folder in it. */
function fileOf({ page, line, text }: Block): string {
  const name = `${page.replaceAll(/\W/g, '-')}-${line}.ts`;
  return /from '\.\/lib\//.test(text) ? name : `docs/${name}`;
}

/** The client's package is not installed here, the emulator has another port, and the reader's project is the demo. */
function asModule(text: string): string {
  const resolved = text
    .replaceAll(`from 'annofab-client'`, `from '../lib/annofab/index.ts'`)
    .replaceAll(`'http://127.0.0.1:4010'`, `process.env['ANNOFAB_ENDPOINT_URL'] ?? ''`)
    .replaceAll(`'my-project'`, `'demo-project'`)
    .replaceAll(`from 'annofab-client/archives'`, `from '../lib/annofab/archives/index.ts'`)
    .replaceAll(`from 'annofab-client/datasets'`, `from '../lib/datasets/index.ts'`)
    .replaceAll(`from 'annofab-client/masks'`, `from '../lib/annofab/masks/index.ts'`)
    .replaceAll(`from 'annofab-client/enumerations'`, `from '../lib/annofab/generated/enumerations.ts'`)
    .replaceAll(`from 'annofab-client/zip'`, `from '../lib/annofab/archives/zip/index.ts'`);
  return `${resolved}\nexport {};\n`;
}
