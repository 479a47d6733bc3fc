/** A proxy cannot reach this machine, where the emulator and the local stack are. */
const NEVER_PROXIED = ['localhost', '127.0.0.1', '::1'];

/** The hosts that are reached without a proxy, as undici's `noProxy` takes them: those of the environment, and this machine. */
export function noProxyOf(environment: Readonly<Record<string, string | undefined>>): string {
  return [environment['no_proxy'] ?? environment['NO_PROXY'] ?? '', ...NEVER_PROXIED].join(',');
}
