/** Writes lib/annofab/generated from lib/annofab/openapi.yaml: `npm run generate`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Description } from './description.ts';
import { printOperations } from './operations.ts';
import { printSchemas } from './schemas.ts';

const room = new URL('../../lib/annofab/', import.meta.url);

const HEADER = `// Generated from lib/annofab/openapi.yaml by \`npm run generate\`. Do not edit: change the description and generate again.

`;

const text = await readFile(new URL('openapi.yaml', room), 'utf8');
const description: Description = parse(text);

await mkdir(new URL('generated/', room), { recursive: true });
await write('schemas.ts', await printSchemas(text));
await write('operations.ts', printOperations(description));

async function write(name: string, code: string): Promise<void> {
  await writeFile(new URL(`generated/${name}`, room), HEADER + code);
  console.log(`wrote lib/annofab/generated/${name}`);
}
