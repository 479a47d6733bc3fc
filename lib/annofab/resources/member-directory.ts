import { SingleFlight } from '../../core/async/single-flight.ts';
import type { Clock } from '../../core/clock.ts';
import type { RequestOptions } from '../options.ts';

interface Person {
  readonly account_id: string;
  readonly user_id: string;
}

interface Directory<Member> {
  readonly byUserId: ReadonlyMap<string, Member>;
  readonly byAccountId: ReadonlyMap<string, Member>;
  /** When it was read, in ms. */
  readonly readAt: number;
}

type Ids = { readonly user_id: string } | { readonly account_id: string };

/** A member that was not found is looked up again after this time. A member that was found is kept for good. */
const MISS_LIFE_MS = 60_000;

const NEVER = new AbortController().signal;

/**
 * Caches the members of each project or organization, since neither `account_id` nor `user_id` ever changes. A missing
 * member causes another read, at most once a minute. Concurrent lookups share one request.
 *
 * @param read reads all members of the project or organization with this id or name
 */
export function createMemberDirectory<Member extends Person>(
  read: (key: string, options: RequestOptions) => Promise<readonly Member[]>,
  clock: () => Clock,
): (key: string, ids: Ids, options?: RequestOptions) => Promise<Member | undefined> {
  const directories = new Map<string, Directory<Member>>();
  const flights = new Map<string, SingleFlight<Directory<Member>>>();

  async function reread(key: string, options: RequestOptions): Promise<Directory<Member>> {
    const directory = toDirectory(await read(key, options), clock().now());
    directories.set(key, directory);
    return directory;
  }

  return async (key, ids, options = {}) => {
    const known = directories.get(key);
    const member = known && lookUp(known, ids);
    if (member !== undefined) return member;
    if (known !== undefined && clock().now() < known.readAt + MISS_LIFE_MS) return undefined;
    const flight = flights.get(key) ?? new SingleFlight();
    flights.set(key, flight);
    const { signal = NEVER, ...rest } = options;
    return lookUp(await flight.join((shared) => reread(key, { ...rest, signal: shared }), signal), ids);
  };
}

function toDirectory<Member extends Person>(members: readonly Member[], readAt: number): Directory<Member> {
  return {
    byUserId: new Map(members.map((member) => [member.user_id, member])),
    byAccountId: new Map(members.map((member) => [member.account_id, member])),
    readAt,
  };
}

function lookUp<Member>(directory: Directory<Member>, ids: Ids): Member | undefined {
  return 'user_id' in ids ? directory.byUserId.get(ids.user_id) : directory.byAccountId.get(ids.account_id);
}
