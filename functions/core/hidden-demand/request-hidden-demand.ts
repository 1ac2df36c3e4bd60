import type {
  HiddenDemandList,
  HiddenDemandRequest,
} from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { releaseLikeliest } from '../release/release-likeliest.ts';
import {
  askOfHidden,
  closeHidden,
  type HiddenQuestion,
  type HiddenQuestionPorts,
} from './hidden-question.ts';
import { type HiddenWords, listedRow } from './listed-row.ts';

export interface HiddenDemandPorts extends HiddenQuestionPorts, HiddenWords {
  readonly programme: Programme;
}

export type HiddenDemandOutcome =
  | { readonly status: 'answered'; readonly list: HiddenDemandList }
  | QuestionRefused
  | { readonly status: 'not-in-programme' };

/**
 * Answers who is worth a check-up for a reason, of a programme's people without service: as a cohort is answered, by
 * the same gate.
 * @throws as askOfHidden
 */
export async function requestHiddenDemand(
  ports: HiddenDemandPorts,
  request: HiddenDemandRequest,
  occasion: Occasion,
): Promise<HiddenDemandOutcome> {
  const { programme } = ports;
  const rule = programme.hiddenDemand;
  if (rule === undefined) return { status: 'not-in-programme' };
  const question = await askOfHidden(ports, request, occasion, partsOf(request));
  if (question.status === 'refused') return question;
  const { session, store, eligible, isSmall } = question;
  const howMany = { limit: request.size, thresholdProbability: 0 };
  const released =
    eligible === 'suppressed' ? [] : await releaseLikeliest(session, question.strongestFirst(), howMany);
  const rows = (await store.explained(released)).map((row) => {
    if (!row) throw new Error('hidden demand: somebody found has no row');
    return listedRow(row, request, rule, ports, isSmall(row));
  });
  await closeHidden(question, request, released);
  const ranked = rows.map((row, place) => ({ rank: place + 1, ...row }));
  return { status: 'answered', list: listOf(request, programme, question, ranked) };
}

/** What is asked, apart from who asks and in which words it is to be answered. */
const partsOf = ({ requester: _, language: __, reasonsShown: ___, ...parts }: HiddenDemandRequest) => parts;

const listOf = (
  { language, reason, size }: HiddenDemandRequest,
  { id }: Programme,
  { set, session, eligible, withheld }: HiddenQuestion,
  rows: HiddenDemandList['rows'],
): HiddenDemandList => ({
  origin: set.origin,
  programme: id,
  version: set.version,
  landmarkOn: set.landmarkOn,
  askedAt: session.at,
  language,
  reason,
  rows,
  eligible,
  withheld,
  notes: eligible === 'suppressed' ? ['too-few-to-show'] : rows.length < size ? ['fewer-than-asked'] : [],
});
