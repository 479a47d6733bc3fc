import { BlockList, isIP } from 'node:net';
import { lazy } from '../../core/async/lazy.ts';
import { FileError } from '../errors.ts';

// Made at the first use: Node compiles a large expression for the first IPv6 address, which most programs never see.
const loopback = lazy(() =>
  blockList(['127.0.0.0', 8], ['0.0.0.0', 8], ['::1', 128], ['::', 128], ['64:ff9b::7f00:0', 104]),
);

/** Link-local addresses, among them those of the metadata services of AWS, which give out credentials. */
const linkLocal = lazy(() =>
  blockList(['169.254.0.0', 16], ['fe80::', 10], ['fd00:ec2::', 32], ['64:ff9b::a9fe:0', 112]),
);

/**
 * Checks the address of a file, which comes from an answer: it must not make this machine read its own services, or send a
 * file in plain text. It is https where Annofab is, and on this machine only where Annofab is, as the emulator is. A name
 * that resolves to a forbidden address does no harm: over https, that server has no certificate for the name.
 *
 * @param annofab the origin of Annofab
 * @throws FileError; it does not repeat the address, since it may be a secret
 */
export function parseFileUrl(address: string, annofab: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new FileError('The address of a file must be an http or https URL.');
  }
  const problem = problemOf(url, new URL(annofab));
  if (problem !== undefined) throw new FileError(`The address of a file must not be ${problem}. It was not requested.`);
  return url;
}

function problemOf(url: URL, annofab: URL, { AWS_LAMBDA_RUNTIME_API } = process.env): string | undefined {
  if (url.protocol === 'http:' && annofab.protocol === 'https:') return 'http, since Annofab is https';
  if (isIn(linkLocal(), url)) return 'a link-local address, such as that of a metadata service';
  if (AWS_LAMBDA_RUNTIME_API !== undefined && url.host === AWS_LAMBDA_RUNTIME_API)
    return 'the runtime API of AWS Lambda';
  if (isLoopback(url) && !isLoopback(annofab)) return 'on this machine, since Annofab is not';
  return undefined;
}

function isLoopback(url: URL): boolean {
  return /(^|\.)localhost\.?$/.test(url.hostname) || isIn(loopback(), url);
}

/** Whether the host is an address in the list. The URL has normalized other notations, such as `0x7f.1`. */
function isIn(list: BlockList, { hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

function blockList(...subnets: readonly (readonly [net: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, isIP(net) === 4 ? 'ipv4' : 'ipv6');
  return list;
}
