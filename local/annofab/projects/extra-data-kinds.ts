import type { ProjectExtraDataKind, ProjectExtraDataKindScope } from '../../../lib/annofab/api-description.ts';

/**
 * The kinds of extra data in every project of the emulator, one per scope. Annofab's kinds are not public, except the
 * one below, and no operation creates a kind.
 */
export const SAMPLE_EXTRA_DATA_KINDS: readonly ProjectExtraDataKind[] = [
  kind('emulator-project', 'project', { en: 'A value of the project', ja: 'プロジェクトの値' }),
  { ...kind('emulator-user', 'user', { en: "A user's own value", ja: 'ユーザーごとの値' }), default_value: {} },
  kind('emulator-both', 'both', { en: 'A value of the project or of a user', ja: 'プロジェクトまたはユーザーの値' }),
];

/** The 3D editor's settings of a project, which the command line for that editor changes. */
export const EDITOR_3D_KIND: ProjectExtraDataKind = {
  ...kind('5039f9d9-208d-42a2-9ff2-790faaf4ceed', 'project', { en: '3D editor', ja: '3Dエディタ' }),
  default_value: { version: '1', thumbnail: { enabled: false } },
};

function kind(id: string, scope: ProjectExtraDataKindScope, names: Record<string, string>): ProjectExtraDataKind {
  const messages = Object.entries(names).map(([lang, message]) => ({
    lang: lang === 'ja' ? 'ja-JP' : 'en-US',
    message,
  }));
  return { id, scope, schema: {}, display_name: { messages, default_lang: 'ja-JP' } };
}
