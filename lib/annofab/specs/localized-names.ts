import type { InternationalizationMessage } from '../generated/schemas.ts';

/** A language tag as Annofab writes it, or only its primary part: `en` matches `en-US`. */
export type Language = 'en' | 'en-US' | 'ja' | 'ja-JP' | 'vi' | 'vi-VN' | (string & {});

/** Returns the text in one language, or undefined when there is none in that language. */
export function messageIn({ messages }: InternationalizationMessage, lang: Language): string | undefined {
  const wanted = lang.toLowerCase();
  const exact = messages.find((message) => message.lang.toLowerCase() === wanted);
  return (exact ?? messages.find((message) => primary(message.lang) === primary(lang)))?.message;
}

/**
 * Returns the name in a language, else in its default language, else in the first available language. Annofab's Simple
 * annotations use the English names of labels, attributes and choices.
 *
 * @param lang default `en-US`
 * @example
 * nameIn(label.label_name, 'ja') // '車'
 */
export function nameIn(message: InternationalizationMessage, lang: Language = 'en-US'): string {
  return messageIn(message, lang) ?? messageIn(message, message.default_lang) ?? message.messages[0]?.message ?? '';
}

function primary(lang: string): string {
  return lang.toLowerCase().split('-', 1)[0] ?? '';
}
