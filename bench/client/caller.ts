/**
 * Makes the requests of one round whenever it is asked to, with the client or with plain undici: `node caller.ts <url> client|bare`.
 * Each has a process, since in one the garbage of both is collected during the rounds of either.
 */
import { request } from 'undici';
import { createAgent } from '../../lib/annofab/http/agent.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import { costOf } from '../measure.ts';
import { SUBJECTS } from './subjects.ts';

/** One round. */
export interface Round {
  /** The place of the subject in the list. */
  readonly subject: number;
  readonly concurrency: number;
}

const [url = '', caller] = process.argv.slice(2);
const agent = createAgent(32);
const annofab = new AnnofabClient({ credentials: { pat: 'bench' }, baseUrl: url, dispatcher: agent });
const headers = { authorization: 'Bearer bench', accept: 'application/json' };

process.on('message', async (round: Round) => {
  const subject = SUBJECTS[round.subject];
  if (subject === undefined) throw new Error(`there is no subject ${round.subject}`);
  const bare = async () => {
    const { body } = await request(url + subject.path, { dispatcher: agent, headers });
    await body.json();
  };
  const call = caller === 'client' ? () => subject.call(annofab) : bare;
  process.send?.(await costOf(subject.turn, round.concurrency, call));
});
