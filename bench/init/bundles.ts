/** What the benchmark starts: the functions as they are deployed, an empty handler, and handlers that only make clients of AWS. */
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { DEPLOYED_BUNDLE } from '../../local/lambda/bundle-options.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The AWS clients that a function may make. */
const CLIENTS = {
  sqs: ['SQSClient', '@aws-sdk/client-sqs'],
  dynamodb: ['DynamoDBClient', '@aws-sdk/client-dynamodb'],
  secrets: ['SecretsManagerClient', '@aws-sdk/client-secrets-manager'],
  s3: ['S3Client', '@aws-sdk/client-s3'],
} as const;

export type ClientName = keyof typeof CLIENTS;

const OPTIONS = {
  ...DEPLOYED_BUNDLE,
  absWorkingDir: ROOT,
  sourcemap: false,
  logLevel: 'silent',
} satisfies BuildOptions;

const EMPTY = 'export const handler = async () => {};';

/** Bundles a function. @param source its path in the repository */
export async function bundleFunction(source: string, outfile: string): Promise<void> {
  await build({ ...OPTIONS, entryPoints: [join(ROOT, source)], outfile });
}

/** Bundles a handler that makes these clients and nothing else: as an SDK that nobody has tuned, so without our substitutes. */
export async function bundleClients(names: readonly ClientName[], outfile: string): Promise<void> {
  const clients = names.map((name) => CLIENTS[name]);
  const contents = [
    ...clients.map(([client, path]) => `import { ${client} } from '${path}';`),
    `export const clients = [${clients.map(([client]) => `new ${client}({})`).join(', ')}];`,
    EMPTY,
  ].join('\n');
  const { plugins, define, ...options } = OPTIONS;
  await build({ ...options, stdin: { contents, resolveDir: ROOT, loader: 'ts' }, outfile });
}
