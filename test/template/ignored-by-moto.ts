/**
 * Properties of which moto's CloudFormation makes nothing, by the type of the resource: they are not verified by the
 * deployment. cfn-lint has checked their form, and checkov and test/local/package.test.ts what they say.
 */
export const ignoredByMoto: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['PointInTimeRecoverySpecification', 'SSESpecification', 'TimeToLiveSpecification'],
  'AWS::Lambda::Function': ['Architectures', 'RecursiveLoop', 'TracingConfig'],
  'AWS::S3::Bucket': [
    'LifecycleConfiguration',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
    'VersioningConfiguration',
  ],
};
