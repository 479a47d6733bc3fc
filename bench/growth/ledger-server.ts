/**
 * Runs as a separate process: the embedded DynamoDB with tables as the ledger's. Prints one JSON line when it is ready.
 *
 *     node bench/growth/ledger-server.ts <tables>
 */
import { startLocalAws } from '../../local/aws/index.ts';
import { readServerlessFile } from '../../local/lambda/serverless-file/serverless-file.ts';

const aws = await startLocalAws();
const { tables } = await readServerlessFile('serverless.yml', { stage: 'bench', region: aws.region });
const table = tables.find(({ logicalId }) => logicalId === 'LedgerTable');
if (table === undefined) throw new Error('serverless.yml has no LedgerTable');
const names = Array.from({ length: Number(process.argv[2]) }, (_, index) => `ledger-${index}`);
for (const name of names) await aws.createTable(name, table.properties);
console.log(JSON.stringify({ endpoint: aws.dynamodbUrl, region: aws.region, tables: names }));
