import type { InternationalizationMessage } from '../generated/schemas.ts';

/** A language as Annofab writes it, or only its beginning: `en` finds `en-US`. */
export type Language = 'en' | 'en-US' | 'ja' | 'ja-JP' | 'vi' | 'vi-VN' | (string & {});

/** A message in one language; undefined when it has none in that language. */
export function messageIn({ messages }: InternationalizationMessage, lang: Language): string | undefined {
  const wanted = lang.toLowerCase();
  const exact = messages.find((message) => message.lang.toLowerCase() === wanted);
  return (exact ?? messages.find((message) => primary(message.lang) === primary(lang)))?.message;
}

/**
 * A name in a language; where it has none, in its default language, else in the first it has. In English this is the
 * name by which Annofab's Simple annotations call a label, an attribute or a choice.
 */
export function nameIn(message: InternationalizationMessage, lang: Language = 'en-US'): string {
  return messageIn(message, lang) ?? messageIn(message, message.default_lang) ?? message.messages[0]?.message ?? '';
}

function primary(lang: string): string {
  return lang.toLowerCase().split('-', 1)[0] ?? '';
}
