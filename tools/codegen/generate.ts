/** Generates types, operation table, reference page and the emulator's copy from lib/annofab/openapi.yaml: `npm run generate`. */
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
// JSON, because the emulator reads it at every start, and parsing YAML takes half a second.
await write('lib/annofab/generated/openapi.json', `${JSON.stringify(description, withoutProse, 1)}\n`);

async function write(path: string, content: string): Promise<void> {
  await writeFile(new URL(path, root), content);
  console.log(`wrote ${path}`);
}

/** A property of that name is an object; a description is text. */
function withoutProse(key: string, value: unknown): unknown {
  return key === 'description' && typeof value === 'string' ? undefined : value;
}
