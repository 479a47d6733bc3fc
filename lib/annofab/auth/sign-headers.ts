import type { Operation } from '../operation.ts';

/**
 * An operation that Annofab does not describe, and may change: its own pages and its Python client get the signed cookies
 * for a project's files from it.
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
