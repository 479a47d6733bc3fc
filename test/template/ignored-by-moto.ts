/**
 * Resources and properties that moto's CloudFormation ignores. cfn-lint checks their form; checkov, test/local/package.test.ts and
 * test/local/operations.test.ts check their content.
 */

/** Types of resources: push.py makes them by the API of their service. */
export const PASSED_OVER_BY_MOTO: readonly string[] = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
];

/** Properties, by the type of the resource. */
export const ignoredByMoto: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['PointInTimeRecoverySpecification', 'SSESpecification', 'TimeToLiveSpecification'],
  'AWS::Lambda::Function': ['Architectures', 'RecursiveLoop', 'TracingConfig'],
  'AWS::StepFunctions::StateMachine': ['LoggingConfiguration', 'TracingConfiguration'],
  'AWS::S3::Bucket': [
    'LifecycleConfiguration',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
    'VersioningConfiguration',
  ],
};
