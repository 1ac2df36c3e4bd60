import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { useCases } from '../../../data-contracts/schemas/use-case.ts';
import type { AccessPorts } from './access-in-log.ts';
import { ClockSetBack, refuseClockSetBack, steadyClock } from './clock-set-back.ts';
import { askedFor, refusalOfEveryone, roleRefusal } from './decide-release.ts';
import type { GateQuestion, Occasion, QuestionRefused } from './gate-question.ts';
import { legalBasesInUse } from './legal-bases-in-use.ts';
import {
  IdentityCodeInWords,
  refuseIdentityCodeAsRequester,
  refuseIdentityCodes,
} from './no-identity-codes.ts';
import { findingHiddenDemand, profiling } from './profiling.ts';
import type { StandingSources } from './release-in-order.ts';
import { ReleaseSession } from './release-session.ts';

/** What the gate stands on, and where it writes what it decides. */
export interface GatePorts extends StandingSources, AccessPorts {
  /** The shipped examples, or the county's own. */
  readonly legalBases: readonly LegalBasis[];
}

/**
 * The one door through which anything about people leaves. Nothing is read of anybody before it has been asked,
 * and its answer, refused or not, is in the audit log before it is given. Whatever rests on scores asks for
 * profiling too, and on hidden demand for that: a refusal holds as soon as it is known, whenever they were made.
 * @throws IdentityCodeAsRequester, IdentityCodeInWords, ClockSetBack: nothing is released and nobody considered
 */
export async function askGate(
  ports: GatePorts,
  question: GateQuestion,
): Promise<ReleaseSession | QuestionRefused> {
  const { requester, useCase, words = {}, asked, further = [] } = question;
  refuseIdentityCodeAsRequester(requester);
  const clock = steadyClock(ports.clock);
  const occasion = question.occasion ?? { at: clock.now(), requestId: ports.newId() };
  const said = { kind: 'access', ...occasion, requester, useCase } as const;
  await refuseUnfit(ports, occasion, words).catch(async (error) => {
    if (error instanceof ClockSetBack || error instanceof IdentityCodeInWords)
      await ports.audit.append([{ ...said, outcome: 'refused', reason: error.code }]);
    throw error;
  });
  const { usesScores, usesHiddenDemand } = useCases[useCase];
  const restsOn = [...(usesScores ? [profiling] : []), ...(usesHiddenDemand ? [findingHiddenDemand] : [])];
  const uses = [question, ...further, ...restsOn];
  const questions = uses.map((use) => askedFor(use, occasion));
  const roleReason =
    questions.map(roleRefusal).find((reason) => reason !== undefined) ??
    (question.isTooMany ? 'too-many-questions' : undefined);
  const legalBases = roleReason ? [] : legalBasesInUse(ports.legalBases, await question.originOf());
  const reason =
    roleReason ??
    questions.map((one) => refusalOfEveryone(one, legalBases)).find((each) => each !== undefined);
  const outcome = reason ? 'refused' : 'allowed';
  await ports.audit.append([{ ...said, outcome, ...(reason && { reason }), ...(asked && { asked }) }]);
  if (reason) return { status: 'refused', reason };
  const now = question.occasion ? () => occasion.at : () => clock.now();
  return new ReleaseSession(ports, { questions, legalBases, occasion, now });
}

/** Refuses words that hold an identity code, and a clock by which what was said since would not be seen. */
async function refuseUnfit(
  { audit }: GatePorts,
  { at, isAsOf }: Occasion,
  words: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  refuseIdentityCodes(words);
  if (!isAsOf) await refuseClockSetBack(audit, at);
}
