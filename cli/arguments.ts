import { InvalidArgumentError } from 'commander';
import { isId } from '../lib/core/ids.ts';

/** Reads a port from the command line; 0 stands for a free one. */
export function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

/** Checks an address on the command line. */
export function toUrl(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must be an address that begins with https:// or http://.');
  }
  return value;
}

/** Checks the id of a project or task on the command line. */
export function toId(value: string): string {
  if (!isId(value)) throw new InvalidArgumentError('It must be an id of Annofab.');
  return value;
}
