import type { AnswerPseudonyms } from '../identity/unit-pseudonyms.ts';
import type { AuditLog } from '../ports/audit-log.ts';

/**
 * Every pseudonym by which some people may stand in a planner's files: one for each unit that the log says was
 * answered, and the lake's own, by which earlier versions told of them.
 * @throws AuditLogDamaged
 */
export async function namesTold(
  audit: Pick<AuditLog, 'lines'>,
  pseudonyms: AnswerPseudonyms,
  clients: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (clients.size === 0) return clients;
  const units = new Set<string>();
  for await (const { entry } of audit.lines())
    if (entry.kind === 'cohort-released' || entry.kind === 'plan-released')
      units.add(entry.request.requester.unit);
    else if (entry.kind === 'question-closed' && entry.useCase === 'ask-hidden-demand')
      units.add(entry.requester.unit);
  const names = new Set(clients);
  for (const unit of units) {
    const { outside } = pseudonyms.for({ role: 'planner', unit });
    for (const client of clients) names.add(outside(client));
  }
  return names;
}
