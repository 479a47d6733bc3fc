import { InvalidArgumentError } from 'commander';

/** An address as the user types it. */
export function toUrl(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must be an address that begins with https:// or http://.');
  }
  return value;
}
