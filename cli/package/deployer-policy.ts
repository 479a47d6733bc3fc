/** For whom the policy is. */
export interface DeployerPolicyOptions {
  readonly service: string;
  readonly stage: string;
  /** `*` by default, which is the account of the role that has the policy. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** Those of the stage's settings. */
  readonly kmsKeyArn?: string | undefined;
  readonly permissionsBoundary?: string | undefined;
}

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** The ARNs of one stage. */
interface Arns {
  readonly of: (service: string, resource: string, isGlobal?: boolean) => string;
  /** `annofab-functions-dev` */
  readonly stack: string;
  /** The names that CloudFormation makes, which it may shorten. */
  readonly generated: string;
}

interface Right {
  readonly actions: readonly string[];
  readonly on: (arns: Arns) => readonly string[];
  readonly condition?: (arns: Arns) => Statement['Condition'];
}

/** CloudFormation shortens the name of the stack to this in the names that it makes for roles. */
const MAX_STACK_CHARACTERS = 24;

const anywhere = () => ['*'];
const functions = ({ of, stack }: Arns) => [of('lambda', `function:${stack}-*`)];
const ofFunctions = (arns: Arns) => ({ ArnLike: { 'lambda:FunctionArn': functions(arns) } });
const buckets = ({ generated }: Arns) => [`arn:aws:s3:::${generated.toLowerCase()}`];
const roles = ({ of, generated }: Arns) => [of('iam', `role/${generated}`, true)];
const queues = ({ of, generated }: Arns) => [of('sqs', generated)];
const topics = ({ of, stack }: Arns) => [of('sns', `${stack}-*`)];
/** The ids of APIs are random, and their ARNs have no account. */
const apis = ({ of }: Arns) => ['/apis', '/apis/*'].map((path) => of('apigateway', path).replace(/:[^:]*:\//, '::/'));

const all = (service: string, ...names: readonly string[]) => names.map((name) => `${service}:${name}`);

/** What a deployment itself does: `serverless deploy` and `remove`, before and beside the resources of the stack. */
const DEPLOYMENT: readonly Right[] = [
  {
    actions: [
      ...all('cloudformation', 'CreateStack', 'UpdateStack', 'DeleteStack', 'Describe*', 'ListStackResources'),
      ...all('cloudformation', 'GetTemplate', 'SetStackPolicy', '*ChangeSet', 'TagResource', 'UntagResource'),
    ],
    on: ({ of, stack }) => [of('cloudformation', `stack/${stack}/*`)],
  },
  { actions: ['cloudformation:ValidateTemplate', 'lambda:GetAccountSettings'], on: anywhere },
  {
    // The packages. The dataset bucket is not named: a deployer reads no annotation.
    actions: all('s3', 'GetObject*', 'PutObject', 'DeleteObject*'),
    on: (arns) => buckets(arns).map((bucket) => `${bucket.replace(/-?\*$/, '')}*serverlessdeploy*/*`),
  },
];

const passRole: Right = {
  actions: ['iam:PassRole'],
  on: roles,
  condition: () => ({
    StringEquals: {
      'iam:PassedToService': ['lambda.amazonaws.com', 'scheduler.amazonaws.com', 'states.amazonaws.com'],
    },
  }),
};

/** What CloudFormation does for each type of resource in the template, with the rights of the deployer. */
export const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  'AWS::S3::Bucket': [
    {
      actions: [
        ...all('s3', 'CreateBucket', 'DeleteBucket', 'ListBucket', 'ListBucketVersions', 'ListTagsForResource'),
        ...all('s3', 'GetBucket*', 'Get*Configuration', 'PutEncryptionConfiguration', 'PutLifecycleConfiguration'),
        ...all('s3', 'PutBucketVersioning', 'PutBucketPublicAccessBlock', 'PutBucketOwnershipControls'),
        ...all('s3', 'PutBucketTagging', 'TagResource', 'UntagResource'),
      ],
      on: buckets,
    },
  ],
  'AWS::S3::BucketPolicy': [{ actions: all('s3', 'PutBucketPolicy', 'DeleteBucketPolicy', 'GetBucket*'), on: buckets }],
  'AWS::Logs::LogGroup': [
    {
      actions: [
        ...all('logs', 'CreateLogGroup', 'DeleteLogGroup', '*RetentionPolicy'),
        ...all('logs', 'TagResource', 'UntagResource', 'ListTagsForResource', 'GetDataProtectionPolicy'),
      ],
      on: ({ of, stack }) => [
        of('logs', `log-group:/aws/lambda/${stack}-*`),
        of('logs', `log-group:/aws/http-api/${stack}*`),
        of('logs', `log-group:/aws/vendedlogs/states/${stack}-*`),
      ],
    },
    { actions: ['logs:Describe*'], on: anywhere },
  ],
  'AWS::Lambda::Function': [
    {
      actions: [
        ...all('lambda', 'CreateFunction', 'DeleteFunction', 'GetFunction*', 'GetRuntimeManagementConfig'),
        ...all('lambda', 'UpdateFunctionCo*', 'ListVersionsByFunction'),
        ...all('lambda', 'PutFunctionConcurrency', 'DeleteFunctionConcurrency', 'PutFunctionRecursionConfig'),
        ...all('lambda', 'TagResource', 'UntagResource', 'ListTags'),
      ],
      on: functions,
    },
    passRole,
  ],
  'AWS::Lambda::EventInvokeConfig': [
    {
      actions: all('lambda', '*FunctionEventInvokeConfig'),
      on: functions,
    },
  ],
  'AWS::Lambda::Permission': [
    { actions: all('lambda', 'AddPermission', 'RemovePermission', 'GetPolicy'), on: functions },
  ],
  'AWS::Lambda::EventSourceMapping': [
    {
      actions: all('lambda', '*EventSourceMapping'),
      on: anywhere,
      condition: ofFunctions,
    },
    {
      actions: all('lambda', 'TagResource', 'UntagResource', 'ListTags'),
      on: ({ of }) => [of('lambda', 'event-source-mapping:*')],
    },
  ],
  'AWS::Scheduler::Schedule': [
    {
      actions: all('scheduler', '*Schedule'),
      on: ({ of, generated }) => [of('scheduler', `schedule/*/${generated}`)],
    },
    passRole,
  ],
  'AWS::StepFunctions::StateMachine': [
    {
      actions: all('states', '*StateMachine', 'TagResource', 'UntagResource', 'ListTagsForResource'),
      on: ({ of, stack }) => [of('states', `stateMachine:${stack}-*`)],
    },
    passRole,
  ],
  'AWS::ApiGatewayV2::Api': [
    { actions: all('apigateway', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TagResource', 'UntagResource'), on: apis },
  ],
  'AWS::ApiGatewayV2::Stage': [
    { actions: all('apigateway', 'GET', 'POST', 'PATCH', 'DELETE', 'TagResource', 'UntagResource'), on: apis },
    {
      // API Gateway lets the caller set up the delivery of its access log.
      actions: [...all('logs', '*LogDeliver*', 'PutResourcePolicy', 'Describe*')],
      on: anywhere,
    },
  ],
  'AWS::ApiGatewayV2::Integration': [{ actions: all('apigateway', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'), on: apis }],
  'AWS::ApiGatewayV2::Route': [{ actions: all('apigateway', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'), on: apis }],
  'AWS::IAM::Role': [
    {
      actions: [
        ...all('iam', 'DeleteRole', 'GetRole', 'GetRolePolicy', 'List*RolePolicies'),
        ...all('iam', 'UpdateRole*', 'UpdateAssumeRolePolicy', 'DeleteRolePolicy'),
        ...all('iam', 'TagRole', 'UntagRole'),
      ],
      on: roles,
    },
    { actions: all('iam', 'CreateRole', 'PutRolePolicy', 'PutRolePermissionsBoundary'), on: roles },
  ],
  'AWS::CloudWatch::Alarm': [
    {
      actions: all(
        'cloudwatch',
        'PutMetricAlarm',
        'DeleteAlarms',
        'TagResource',
        'UntagResource',
        'ListTagsForResource',
      ),
      on: ({ of, stack }) => [of('cloudwatch', `alarm:${stack}-*`)],
    },
    { actions: ['cloudwatch:DescribeAlarms'], on: ({ of }) => [of('cloudwatch', 'alarm:*')] },
  ],
  'AWS::CloudWatch::Dashboard': [
    {
      actions: [
        ...all('cloudwatch', '*Dashboard', 'DeleteDashboards'),
        ...all('cloudwatch', 'TagResource', 'UntagResource', 'ListTagsForResource'),
      ],
      on: ({ of, stack }) => [of('cloudwatch', `dashboard/${stack}`, true)],
    },
  ],
  'AWS::SNS::Topic': [
    {
      actions: [
        ...all('sns', 'CreateTopic', 'DeleteTopic', '*TopicAttributes'),
        ...all('sns', 'TagResource', 'UntagResource', 'ListTagsForResource', 'ListSubscriptionsByTopic'),
        ...all('sns', 'GetDataProtectionPolicy', 'Subscribe', 'Unsubscribe'),
      ],
      on: topics,
    },
  ],
  'AWS::SNS::TopicPolicy': [{ actions: ['sns:*TopicAttributes'], on: topics }],
  'AWS::SNS::Subscription': [
    {
      actions: all('sns', 'Subscribe', 'Unsubscribe', '*SubscriptionAttributes'),
      on: topics,
    },
  ],
  'AWS::DynamoDB::Table': [
    {
      actions: [
        ...all('dynamodb', 'CreateTable', 'DeleteTable', 'UpdateTable', 'UpdateTimeToLive', 'UpdateContinuousBackups'),
        ...all('dynamodb', 'Describe*', 'GetResourcePolicy', 'ListTagsOfResource', 'TagResource', 'UntagResource'),
      ],
      on: ({ of, generated }) => [of('dynamodb', `table/${generated}`)],
    },
  ],
  'AWS::SQS::Queue': [
    {
      actions: [
        ...all('sqs', 'CreateQueue', 'DeleteQueue', 'GetQueueUrl', '*QueueAttributes'),
        ...all('sqs', 'ListQueueTags', 'TagQueue', 'UntagQueue'),
      ],
      on: queues,
    },
  ],
  'AWS::SQS::QueuePolicy': [{ actions: ['sqs:*QueueAttributes'], on: queues }],
};

/** With a key of the account: what the services do with it for the deployer. */
const KEY_ACTIONS = all('kms', 'DescribeKey', 'CreateGrant', 'Encrypt', 'Decrypt', 'GenerateDataKey*');

/** The IAM policy of a role or user that deploys one stage, and removes it. */
export function deployerPolicy(options: DeployerPolicyOptions): Policy {
  const arns = arnsOf(options);
  const rights = [...DEPLOYMENT, ...Object.values(RIGHTS).flat()];
  const statements = rights.map((right) => statementOf(right, arns, options));
  const { kmsKeyArn } = options;
  const key: Statement[] =
    kmsKeyArn === undefined ? [] : [{ Effect: 'Allow', Action: KEY_ACTIONS, Resource: [kmsKeyArn] }];
  return { Version: '2012-10-17', Statement: [...joined(statements), ...key] };
}

function arnsOf({ service, stage, account = '*', region = '*' }: DeployerPolicyOptions): Arns {
  const stack = `${service}-${stage}`;
  const isWhole = stack.length <= MAX_STACK_CHARACTERS;
  return {
    stack,
    generated: isWhole ? `${stack}-*` : `${stack.slice(0, MAX_STACK_CHARACTERS)}*`,
    of: (name, resource, isGlobal = false) => `arn:aws:${name}:${isGlobal ? '' : region}:${account}:${resource}`,
  };
}

function statementOf(
  { actions, on, condition }: Right,
  arns: Arns,
  { permissionsBoundary }: DeployerPolicyOptions,
): Statement {
  const given = condition?.(arns);
  // So that no role of the stack can have rights beyond the boundary, nor get rid of it.
  const boundary = actions.includes('iam:CreateRole') && permissionsBoundary;
  const Condition = boundary ? { StringEquals: { 'iam:PermissionsBoundary': boundary } } : given;
  return { Effect: 'Allow', Action: actions, Resource: on(arns), ...(Condition && { Condition }) };
}

/** One statement for each set of resources: a managed policy has 6,144 characters at most. */
function joined(statements: readonly Statement[]): Statement[] {
  const groups = Map.groupBy(statements, ({ Resource, Condition }) => JSON.stringify([Resource, Condition]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const actions = new Set(group.flatMap(({ Action }) => Action));
    return first === undefined ? [] : [{ ...first, Action: [...actions].sort() }];
  });
}
