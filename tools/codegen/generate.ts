/** Generates types, operation table and reference page from lib/annofab/openapi.yaml: `npm run generate`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Description } from './description.ts';
import { printEnumerations } from './enumerations.ts';
import { printMethods } from './methods.ts';
import { printOperations } from './operations.ts';
import { printReference } from './reference.ts';
import { printSchemas } from './schemas.ts';

const root = new URL('../../', import.meta.url);
const room = new URL('lib/annofab/', root);

const HEADER = `// Generated from lib/annofab/openapi.yaml by \`npm run generate\`. Do not edit: change the description and generate again.

`;

const text = await readFile(new URL('openapi.yaml', room), 'utf8');
const description: Description = parse(text);

await mkdir(new URL('generated/', room), { recursive: true });
await write('lib/annofab/generated/schemas.ts', HEADER + (await printSchemas(text)));
await write('lib/annofab/generated/operations.ts', HEADER + printOperations(description));
await write('lib/annofab/generated/methods.ts', HEADER + printMethods(description));
await write('lib/annofab/generated/enumerations.ts', HEADER + printEnumerations(description));
await write('docs/client/operations.md', printReference(description));

async function write(path: string, content: string): Promise<void> {
  await writeFile(new URL(path, root), content);
  console.log(`wrote ${path}`);
}
