import type { AuditEntry } from '../data-contracts/schemas/audit-entry.ts';
import type { Language } from '../data-contracts/schemas/fields.ts';
import type { RefusalReason } from '../data-contracts/schemas/refusal-reason.ts';
import type { Requester } from '../data-contracts/schemas/requester.ts';
import { gateTexts } from '../data-contracts/vocabularies/gate-texts.ts';
import { refusalReasons } from '../data-contracts/vocabularies/refusal-reasons.ts';
import { releasedAs } from '../data-contracts/vocabularies/released-as.ts';
import { say } from './say.ts';

/** A line of the audit log that was cut down to one person: who, what, and what came of it, in words. */
export function auditParts(entry: AuditEntry, language: Language) {
  const requester: Requester | undefined =
    'requester' in entry ? entry.requester : 'request' in entry ? entry.request.requester : undefined;
  return { requester, what: doneText(entry, language), outcome: outcomeText(entry, language) };
}

function doneText(entry: AuditEntry, language: Language): string {
  const { useCases, purposes } = gateTexts.audit;
  if (entry.kind === 'consent-recorded')
    return `${useCases['record-consent'][language]}: ${gateTexts.consent.kinds[entry.event.kind][language]}`;
  if (entry.kind === 'person-erased') return useCases['erase-person'][language];
  if (entry.kind === 'fault-set-aside') return useCases['set-aside-fault'][language];
  if ('useCase' in entry && entry.useCase) return useCases[entry.useCase][language];
  return entry.kind === 'release-decisions' ? purposes[entry.purpose][language] : '';
}

function inMidSentence(reason: RefusalReason, language: Language): string {
  const words = refusalReasons[reason][language];
  return words[0]!.toLowerCase() + words.slice(1);
}

function outcomeText(entry: AuditEntry, language: Language): string {
  const { outcomes } = gateTexts.audit;
  if (entry.kind === 'access') return outcomes[entry.outcome][language];
  if (entry.kind !== 'release-decisions') return '';
  return entry.decisions
    .map(([, decision]) =>
      decision === 'released'
        ? ((entry.useCase && releasedAs[entry.useCase]) ?? outcomes.released)[language]
        : say(outcomes.withheld, language, {
            reasons: decision.map((reason) => inMidSentence(reason, language)).join('; '),
          }),
    )
    .join('; ');
}
