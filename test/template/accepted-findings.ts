import type { AcceptedFinding } from './findings.ts';

/** Warnings of cfn-lint that are accepted, with the reason. */
export const acceptedByLint: readonly AcceptedFinding[] = [
  {
    check: 'W3005',
    resources: /^AWS::(Lambda::Function|ApiGatewayV2::(Route|Stage))\./,
    reason: 'The framework writes DependsOn beside a reference that says the same. It changes nothing.',
  },
  {
    check: 'W1020',
    resources:
      /^(AWS::Lambda::Function\.(ReconcileDeliveries|OnProjectCopyCompleted)LambdaFunction|Outputs\.WebhookUrl)$/,
    reason: 'The address of your own domain has no reference in it; the default address has.',
  },
  {
    check: 'W8003',
    resources: /^Conditions\.(Traced|AlarmsMail)$/,
    reason:
      'The framework has put the parameters in, so that a condition is always true or always false in one package.',
  },
];

const EVERY_FUNCTION = /^AWS::Lambda::Function\./;

/** Advice of checkov that this service does not follow, with the reason. */
export const acceptedByCheckov: readonly AcceptedFinding[] = [
  {
    check: 'CKV_AWS_18',
    resources: /^AWS::S3::Bucket\.(DatasetBucket|ServerlessDeploymentBucket)$/,
    reason:
      'Access logs need a second bucket, whose logs somebody must read. Who wants them turns on data events in CloudTrail, for the account.',
  },
  {
    check: 'CKV_AWS_26',
    resources: /^AWS::SNS::Topic\.AlarmTopic$/,
    reason:
      "An alarm's text names an alarm and a number. CloudWatch may not use the key that AWS has for topics: it would take your own KMS key.",
  },
  {
    check: 'CKV_AWS_27',
    resources: /^AWS::SQS::Queue\./,
    reason:
      'Encrypted with a key of SQS (SqsManagedSseEnabled), which checkov does not count. Your own KMS key costs per call, and everyone who may read the queue may use it too.',
  },
  {
    check: 'CKV_AWS_115',
    resources: EVERY_FUNCTION,
    reason:
      'A reservation takes from the account, and a new account has too little to take from. The workers are limited by their queues (maximumConcurrency), the receiver by the throttling of its API and by a parameter.',
  },
  {
    check: 'CKV_AWS_116',
    resources: EVERY_FUNCTION,
    reason:
      'The dead letters of the workers are those of their queues, and the receiver is called synchronously. Of a scheduled run that failed nothing is worth keeping: an alarm tells, and the next run does the same.',
  },
  {
    check: 'CKV_AWS_117',
    resources: EVERY_FUNCTION,
    reason: 'All that the functions call is public: Annofab and the AWS APIs. A VPC would only add a NAT gateway.',
  },
  {
    check: 'CKV_AWS_119',
    resources: /^AWS::DynamoDB::Table\.LedgerTable$/,
    reason:
      'Encrypted with the KMS key that AWS has for tables. It holds ids and times, no annotations and no secrets.',
  },
  {
    check: 'CKV_AWS_158',
    resources: /^AWS::Logs::LogGroup\./,
    reason: 'CloudWatch Logs encrypts at rest with a key of its own. Lines hold only the fields of an allow-list.',
  },
  {
    check: 'CKV_AWS_173',
    resources: EVERY_FUNCTION,
    reason:
      'No variable is a secret: secrets are read by name from Secrets Manager. Lambda encrypts them with its own key.',
  },
];
