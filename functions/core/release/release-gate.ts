import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { useCases } from '../../../data-contracts/schemas/use-case.ts';
import type { AccessPorts } from './access-in-log.ts';
import { refuseClockSetBack, steadyClock } from './clock-set-back.ts';
import { type Asked, refusalOfEveryone, roleRefusal } from './decide-release.ts';
import type { GateQuestion, IntendedUse, Occasion, QuestionRefused } from './gate-question.ts';
import { legalBasesInUse } from './legal-bases-in-use.ts';
import { refuseIdentityCodeAsRequester, refuseIdentityCodes } from './no-identity-codes.ts';
import { profiling } from './profiling.ts';
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
 * profiling too: a refusal holds as soon as it is known, whenever the scores were made.
 * @throws IdentityCodeAsRequester, IdentityCodeInWords, ClockSetBack: nothing is released and nobody considered
 */
export async function askGate(
  ports: GatePorts,
  question: GateQuestion,
): Promise<ReleaseSession | QuestionRefused> {
  const { requester, useCase, words = {}, asked, further = [] } = question;
  refuseIdentityCodeAsRequester(requester);
  refuseIdentityCodes(words);
  const clock = steadyClock(ports.clock);
  const occasion = question.occasion ?? { at: clock.now(), requestId: ports.newId() };
  if (!occasion.isAsOf) await refuseClockSetBack(ports.audit, occasion.at);
  const uses = [question, ...further, ...(useCases[useCase].usesScores ? [profiling] : [])];
  const questions = uses.map((use) => askedFor(use, occasion));
  const roleReason =
    questions.map(roleRefusal).find((reason) => reason !== undefined) ??
    (question.isTooMany ? 'too-many-questions' : undefined);
  const legalBases = roleReason ? [] : legalBasesInUse(ports.legalBases, await question.originOf());
  const reason =
    roleReason ??
    questions.map((one) => refusalOfEveryone(one, legalBases)).find((each) => each !== undefined);
  const outcome = reason ? 'refused' : 'allowed';
  const line = { kind: 'access', ...occasion, requester, useCase, outcome } as const;
  await ports.audit.append([{ ...line, ...(reason && { reason }), ...(asked && { asked }) }]);
  if (reason) return { status: 'refused', reason };
  const now = question.occasion ? () => occasion.at : () => clock.now();
  return new ReleaseSession(ports, { questions, legalBases, occasion, now });
}

function askedFor({ useCase, requester, subject, purpose }: IntendedUse, { at, isAsOf }: Occasion): Asked {
  const forWhat = purpose ?? useCases[useCase].purpose;
  if (forWhat === undefined) throw new RangeError(`use case: expected one with a purpose, got ${useCase}`);
  return { useCase, requester, subject, purpose: forWhat, at, isAsOf };
}
