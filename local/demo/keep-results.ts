import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { logLineAsJson } from '../lambda/index.ts';
import { readObject, type Stack } from '../stack.ts';

/** What a demo leaves in its folder. */
const BUCKET = 'bucket';
const DELIVERIES = 'deliveries.json';
const LOG = 'log.jsonl';
const PICTURE = 'example.png';
const OURS = new Set([BUCKET, DELIVERIES, LOG, PICTURE]);

/**
 * Checks, before anything runs, that the results can be kept in a folder, and removes those of an earlier demo.
 *
 * @throws Error when the folder has other content
 */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const foreign = (await readdir(folder)).filter((name) => !OURS.has(name));
  if (foreign.length > 0) {
    throw new Error(`${folder} has other content (${foreign.slice(0, 3).join(', ')}): choose an empty or a new folder`);
  }
  for (const name of OURS) await rm(join(folder, name), { recursive: true, force: true });
}

/** Keeps an image with its annotations drawn. */
export async function keepPicture(picture: Buffer, folder: string): Promise<void> {
  await writeFile(join(folder, PICTURE), picture);
}

/**
 * Writes the objects of the bucket, the deliveries of the ledger and the lines of the log into a folder.
 *
 * @returns where each is, as lines for people
 */
export async function keepResults(stack: Stack, folder: string): Promise<string[]> {
  const objects = await keepObjects(stack, join(folder, BUCKET));
  const deliveries = await readDeliveries(stack);
  await writeFile(join(folder, DELIVERIES), `${JSON.stringify(deliveries, undefined, 2)}\n`);
  const lines = stack.host.logs.flatMap((line) => logLineAsJson(line) ?? []);
  await writeFile(join(folder, LOG), lines.map((line) => `${line}\n`).join(''));
  return [
    `Kept in ${folder}:`,
    `  ${BUCKET}${sep}           the ${objects} objects of the bucket, each as a file under its key`,
    `  ${DELIVERIES}   the ${deliveries.length} deliveries of the ledger, with their states`,
    `  ${LOG}         the ${lines.length} lines that the functions logged`,
    ...(existsSync(join(folder, PICTURE)) ? [`  ${PICTURE}       an image of the dataset with its annotations`] : []),
  ];
}

async function keepObjects(stack: Stack, folder: string): Promise<number> {
  const { aws, bucket } = stack;
  const client = new S3Client({ ...connection(stack), endpoint: aws.s3Url, forcePathStyle: true });
  let count = 0;
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
    for (const { Key = '' } of Contents) {
      await keepObject(stack, Key, fileOf(folder, Key));
      count += 1;
    }
  }
  client.destroy();
  return count;
}

async function keepObject(stack: Stack, key: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, (await readObject(stack, key)) ?? '');
}

/** @throws Error when a key would leave the folder */
function fileOf(folder: string, key: string): string {
  const file = resolve(folder, ...key.split('/'));
  if (relative(folder, file).startsWith('..')) throw new Error(`The key ${key} names a file outside of ${folder}`);
  return file;
}

async function readDeliveries(stack: Stack): Promise<Record<string, unknown>[]> {
  const client = new DynamoDBClient({ ...connection(stack), endpoint: stack.aws.dynamodbUrl });
  const deliveries: Record<string, unknown>[] = [];
  for (const TableName of Object.values(stack.host.tables)) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      // The table also has watermarks and the circuit breaker, which are no deliveries.
      deliveries.push(...Items.map((item) => unmarshall(item)).filter((item) => 'received_at' in item));
    }
  }
  client.destroy();
  return deliveries.sort((one, other) => String(one['received_at']).localeCompare(String(other['received_at'])));
}

function connection({ aws }: Stack) {
  return { region: aws.region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
}
