import { type Chat, parseChatAddress, postMessage } from '../../automations/notify-task-completed/chat.ts';
import { createSecret } from '../../aws/secret.ts';
import { secretsClient } from '../../aws/secrets-client.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';
import { service } from '../../runtime/service.ts';

/** The chat of the stage, with the address of its secret. None while its messages are switched off. */
export const chat = service(['CHAT_FORMAT', 'CHAT_SECRET_ID', 'AWS_TIMEOUT_MS'], (config): Chat | undefined => {
  const { CHAT_FORMAT: format, CHAT_SECRET_ID: secretId } = config;
  if (format === undefined || secretId === undefined) return undefined;
  const client = secretsClient(config.AWS_TIMEOUT_MS);
  const secret = createSecret({ secretId, client, parse: parseChatAddress });
  return {
    format,
    async post(message, signal) {
      const address = await secret.get();
      try {
        await postMessage(address, message, signal);
      } catch (error) {
        // A refused address or authorization may have been replaced since it was read.
        const renewed = error instanceof NonRetryableError ? await secret.reread() : address;
        if (renewed.url === address.url && renewed.authorization === address.authorization) throw error;
        await postMessage(renewed, message, signal);
      }
    },
  };
});
