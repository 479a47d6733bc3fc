import { ofType, type Template } from './template.ts';

/** How long AWS lets a name be, by the type of the resource. */
const NAMES: readonly (readonly [type: string, property: string, characters: number])[] = [
  ['AWS::Lambda::Function', 'FunctionName', 64],
  ['AWS::Scheduler::Schedule', 'Name', 64],
  ['AWS::IAM::Role', 'RoleName', 64],
  ['AWS::SQS::Queue', 'QueueName', 80],
  ['AWS::StepFunctions::StateMachine', 'StateMachineName', 80],
  ['AWS::ApiGatewayV2::Api', 'Name', 128],
  ['AWS::CloudWatch::Alarm', 'AlarmName', 255],
  ['AWS::CloudWatch::Dashboard', 'DashboardName', 255],
  ['AWS::SNS::Topic', 'TopicName', 256],
  ['AWS::Logs::LogGroup', 'LogGroupName', 512],
];

/** What AWS would refuse during the deployment, when half of the stack is there. */
export function limitProblems(template: Template): string[] {
  return [...nameProblems(template), ...concurrencyProblems(template)];
}

function nameProblems(template: Template): string[] {
  return NAMES.flatMap(([type, property, characters]) =>
    ofType(template, type)
      .map(([, properties]) => String(properties[property] ?? ''))
      .filter((name) => name.length > characters)
      .map((name) => `${name} has ${name.length} characters, and AWS allows ${characters}: use a shorter stage`),
  );
}

/** osls lets 0 pass, with which the function never runs. */
function concurrencyProblems(template: Template): string[] {
  return ofType(template, 'AWS::Lambda::Function').flatMap(([id, { ReservedConcurrentExecutions: reserved = 1 }]) =>
    Number(reserved) >= 1 ? [] : [`ReservedConcurrentExecutions of ${id} must be at least 1`],
  );
}
