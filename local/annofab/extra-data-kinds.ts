import type { ProjectExtraDataKind, ProjectExtraDataKindScope } from '../../lib/annofab/generated/schemas.ts';

/**
 * The kinds of extra data that every project of the emulator may have, one of each scope. Annofab's own kinds are not
 * public, and no operation makes one.
 */
export const sampleExtraDataKinds: readonly ProjectExtraDataKind[] = [
  kind('emulator-project', 'project', { en: 'A value of the project', ja: 'プロジェクトの値' }),
  { ...kind('emulator-user', 'user', { en: "A user's own value", ja: 'ユーザーごとの値' }), default_value: {} },
  kind('emulator-both', 'both', { en: 'A value of the project or of a user', ja: 'プロジェクトまたはユーザーの値' }),
];

function kind(id: string, scope: ProjectExtraDataKindScope, names: Record<string, string>): ProjectExtraDataKind {
  const messages = Object.entries(names).map(([lang, message]) => ({
    lang: lang === 'ja' ? 'ja-JP' : 'en-US',
    message,
  }));
  return { id, scope, schema: {}, display_name: { messages, default_lang: 'ja-JP' } };
}
