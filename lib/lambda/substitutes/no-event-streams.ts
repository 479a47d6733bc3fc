/**
 * In place of the event streams of the AWS SDK, which no command here uses. The SDK imports them dynamically, and what is imported
 * so is bundled whole: half of the SDK's core.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('This bundle has no event streams');
  }
}

export function eventStreamSerdeProvider() {
  return {};
}

export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}
