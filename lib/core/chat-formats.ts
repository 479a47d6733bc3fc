/** The forms that a chat message can have: for Slack and what is compatible with it, or JSON for a program of your own. */
export const CHAT_FORMATS = ['slack', 'json'] as const;
