import type { Operation } from '../operation.ts';

/**
 * Beside the described operations: Annofab's own pages, and its Python client, get the signed cookies for a project's
 * files from it. Annofab does not describe it, and may change it.
 */
export const signHeaders = {
  method: 'GET',
  path: '/api/internal/projects/{project_id}/sign-headers',
  summary: 'Get the signed cookies that reading the files of a project, or of its input data, needs',
  roles: ['AllProjectMember'],
  auth: 'token',
  retry: 'safe',
  query: { resource: 'text' },
} as const satisfies Operation;
