import type { Webhook } from '../../../lib/annofab/api-description.ts';
import type { Placeholders } from '../core/services.ts';

/** The body of a webhook: its template, filled in. Undefined with GET, and without a template. */
export function bodyOf({ method, body }: Webhook, placeholders: Placeholders, escaped: boolean): string | undefined {
  return method === 'GET' || body == null ? undefined : fillTemplate(body, placeholders, escaped);
}

/**
 * Fills in a body template. Unknown placeholders stay unchanged.
 *
 * @param escaped escapes the values as in a JSON string; it is unknown whether Annofab does
 */
export function fillTemplate(template: string, placeholders: Placeholders, escaped: boolean): string {
  return template.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => {
    const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    if (value === undefined) return whole;
    return escaped ? JSON.stringify(value).slice(1, -1) : value;
  });
}
