import { isJsonObject, type JsonObject } from '../core/json.ts';

/** The properties that encrypt a resource with your own KMS key, by its type. */
const ENCRYPTED: Readonly<Record<string, (key: string) => JsonObject>> = {
  'AWS::S3::Bucket': (KMSMasterKeyID) => ({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        // With a key of the bucket's own, S3 does not call KMS for each object.
        { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID }, BucketKeyEnabled: true },
      ],
    },
  }),
  'AWS::DynamoDB::Table': (KMSMasterKeyId) => ({
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId },
  }),
  'AWS::SQS::Queue': (KmsMasterKeyId) => ({ KmsMasterKeyId, KmsDataKeyReusePeriodSeconds: 3600 }),
};

/** Of a queue, this excludes your own key. */
const REPLACED = 'SqsManagedSseEnabled';

/** Encrypts bucket, table and queues with your own key, and lets functions and the state machine use it. */
export function encryptedWith(key: string | undefined, resources: JsonObject): JsonObject {
  if (key === undefined) return resources;
  return Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, withKey(resource, key)]));
}

function withKey(resource: unknown, key: string): unknown {
  if (!isJsonObject(resource) || !isJsonObject(resource['Properties'])) return resource;
  const { Type: type, Properties } = resource;
  if (type === 'AWS::IAM::Role') return { ...resource, Properties: mayUse(Properties, key) };
  const encrypt = ENCRYPTED[String(type)];
  if (encrypt === undefined) return resource;
  const { [REPLACED]: _replaced, ...properties } = Properties;
  return { ...resource, Properties: { ...properties, ...encrypt(key) } };
}

/** The roles of functions and of the state machine may use the key; that of a schedule, which only invokes, may not. */
function mayUse(properties: JsonObject, key: string): JsonObject {
  if (!/(lambda|states)\./.test(JSON.stringify(properties['AssumeRolePolicyDocument']))) return properties;
  const Statement = [{ Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: key }];
  const policy = { PolicyName: 'use-key', PolicyDocument: { Version: '2012-10-17', Statement } };
  const policies = Array.isArray(properties['Policies']) ? properties['Policies'] : [];
  return { ...properties, Policies: [...policies, policy] };
}
