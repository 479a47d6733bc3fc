import type { Webhook } from '../../../lib/annofab/generated/schemas.ts';
import type { Placeholders } from '../core/services.ts';

/** What goes out; none with GET, or without a template. */
export function bodyOf({ method, body }: Webhook, placeholders: Placeholders, escaped: boolean): string | undefined {
  return method === 'GET' || body == null ? undefined : fillTemplate(body, placeholders, escaped);
}

/**
 * Fills a body template in. Placeholders that the event does not have stay as they are.
 *
 * @param escaped write values as inside of a JSON string; Annofab is not known to do so
 */
export function fillTemplate(template: string, placeholders: Placeholders, escaped: boolean): string {
  return template.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => {
    const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    if (value === undefined) return whole;
    return escaped ? JSON.stringify(value).slice(1, -1) : value;
  });
}
