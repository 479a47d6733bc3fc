import { PATHS, QUEUES, type World } from './world.ts';

/** The service of each request to AWS, in their order. */
export interface RequestsOfDelivery {
  readonly webhook: readonly string[];
  readonly message: readonly string[];
}

/** The requests of one webhook, and of one message without work: what is counted does not depend on the machine. */
export async function countRequests(world: World): Promise<RequestsOfDelivery> {
  await world.post(PATHS.receiver); // It reads the secret, and keeps it for minutes.
  const message = await world.queuedMessage();
  return {
    webhook: await requestsOf(world, 'receiver', () => world.post(PATHS.receiver)),
    message: await requestsOf(world, 'worker', () => world.send(QUEUES.worker, message)),
  };
}

async function requestsOf(world: World, functionName: string, work: () => Promise<unknown>): Promise<string[]> {
  const requests: string[] = [];
  world.aws.faults.decideBy(({ service, accessKeyId }) => {
    if (accessKeyId === functionName) requests.push(service);
    return undefined;
  });
  await work();
  await world.host.settled();
  world.aws.faults.clear();
  return requests;
}
