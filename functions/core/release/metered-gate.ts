import type { ReleaseLimits } from '../../../data-contracts/schemas/release-limits.ts';
import type { QuestionMeter } from '../ports/question-meter.ts';
import type { GateQuestion, QuestionRefused } from './gate-question.ts';
import { dayInFinland } from './instant-order.ts';
import { askGate, type GatePorts } from './release-gate.ts';
import type { ReleaseSession } from './release-session.ts';

/** What a question about people stands on whose answers could be held against one another. */
export interface MeteredGatePorts extends GatePorts {
  readonly meter: QuestionMeter;
  readonly limits: ReleaseLimits;
}

/**
 * Asks the gate, unless the requester has asked too much today, or too much that is nearly alike: a row of questions
 * that differ by little is how somebody is singled out. Either is in the audit log.
 * @param parts the question, by the name of each part
 * @throws as askGate
 */
export async function askMeteredGate(
  ports: MeteredGatePorts,
  question: GateQuestion,
  parts: Readonly<Record<string, unknown>>,
): Promise<ReleaseSession | QuestionRefused> {
  const { requester, useCase } = question;
  const at = ports.clock.now();
  const told = { ...parts, useCase };
  const { all, alike } = await ports.meter.count(dayInFinland(at), requester.id, told);
  const { questionsPerDay, alikeQuestionsPerDay } = ports.limits;
  return askGate(ports, {
    ...question,
    isTooMany: all > questionsPerDay || alike > alikeQuestionsPerDay,
  });
}
