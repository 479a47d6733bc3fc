import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deployerPolicy, RIGHTS } from '../../cli/package/deployer-policy.ts';
import { using } from '../support/using.ts';
import { startMoto } from './deploy.ts';

/**
 * What the types say that their handlers may call, and this template does not need: only the properties that it sets count. Each
 * with the reason.
 */
const NOT_NEEDED: readonly (readonly [typeAndAction: RegExp, reason: string])[] = [
  [/ kms:/, 'only with kmsKeyArn, whose key the policy then names'],
  [
    / (ec2|elasticfilesystem|s3files|firehose|kinesis|s3tables):/,
    'no function has a network or a disk, nothing is streamed',
  ],
  [
    / iam:(GetRole|PassRole)$/,
    'of topics, buckets and integrations: none has a role; roles and functions have their own right',
  ],
  [/ iam:(Attach|Detach)RolePolicy$/, 'the roles have inline policies only'],
  [/ iam:DeleteRolePermissionsBoundary$/, 'a deployer must not remove a boundary'],
  [/ iam:CreateServiceLinkedRole$/, 'only for replicas and imports of a table'],
  [
    / dynamodb:(Scan|Query|\w*Item|ImportTable|\w*Replica|PutResourcePolicy|DeleteResourcePolicy)$/,
    'only for replicas and imports of a table',
  ],
  [/ dynamodb:(\w*KinesisStreamingDestination|UpdateContributorInsights)$/, 'not set'],
  [/ s3:(get|Get)Object/, 'packages: the deployment bucket has its own right'],
  [/ s3:(Delete|Put)Object/, 'of buckets with an object lock or an ACL: none'],
  [/ s3:(Put|Delete|Create|Update)Bucket/, 'not set'],
  [/ s3:Put(Analytics|Inventory|Metrics|Accelerate|Replication|ObjectLock|IntelligentTiering)/, 'not set'],
  [/ s3:REST/, 'no action of IAM'],
  [/^AWS::Logs::LogGroup logs:(CreateLogDelivery|PutResourcePolicy)$/, 'only for data protection of the log'],
  [
    / logs:(\w*DataProtectionPolicy|\w*IndexPolicy|\w*KmsKey|\w*Protection|\w*Authentication|DeleteResourcePolicy)$/,
    'not set',
  ],
  [/^AWS::DynamoDB::Table (logs|s3):/, 'only for imports of a table'],
  [/ lambda:(GetLayerVersion|\w*CodeSigningConfig|\w*ScalingConfig|PutRuntimeManagementConfig)$/, 'not set'],
  [/ lambda:(PassCapacityProvider|AssociateRuntimeAlias|PublishVersion)$/, 'not set'],
  [/ sns:PutDataProtectionPolicy$/, 'not set'],
];

/** Compares the policy of a deployer with what CloudFormation's types say. @returns a line for each problem */
export async function deployerPolicyProblems(python: string, region: string): Promise<string[]> {
  const policy = deployerPolicy({ service: 'annofab-functions', stage: 'dev', account: '123456789012', region });
  const called = await using(startMoto(python), async ({ url }) => {
    const args = [url, region, JSON.stringify(policy), JSON.stringify(Object.keys(RIGHTS))];
    const script = join(import.meta.dirname, 'deployer_policy.py');
    const { stdout } = await promisify(execFile)(python, ['-B', script, ...args], { maxBuffer: 64 * 1024 * 1024 });
    const read: Readonly<Record<string, readonly string[]>> = JSON.parse(stdout);
    return read;
  });
  const used = new Set<string>();
  const missing = Object.entries(RIGHTS).flatMap(([type, rights]) => {
    const granted = rights.flatMap(({ actions }) => actions);
    return (called[type] ?? [])
      .filter((action) => !isGranted(granted, action) && !isNotNeeded(`${type} ${action}`, used))
      .map((action) => `deployer policy: ${type} calls ${action}, which it does not grant`);
  });
  const unknown = Object.keys(RIGHTS).filter((type) => called[type] === undefined);
  const unused = NOT_NEEDED.filter(([{ source }]) => !used.has(source));
  return [
    ...missing,
    ...unknown.map((type) => `deployer policy: cfn-lint does not know ${type}`),
    ...unused.map(([{ source }]) => `deployer policy: nothing calls ${source} any more`),
  ];
}

function isGranted(granted: readonly string[], action: string): boolean {
  return granted.some((one) => new RegExp(`^${one.replaceAll('*', '\\w*')}$`).test(action));
}

function isNotNeeded(typeAndAction: string, used: Set<string>): boolean {
  const found = NOT_NEEDED.find(([pattern]) => pattern.test(typeAndAction));
  if (found !== undefined) used.add(found[0].source);
  return found !== undefined;
}
