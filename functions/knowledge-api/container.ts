import { wordMonitoring } from '../../wording/word-monitoring.ts';
import { ObjectAuditLog } from '../adapters/objects/object-audit-log.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { apiParts } from '../homes/api-parts.ts';
import { openHome } from '../homes/open-home.ts';
import type { Config } from './config.ts';
import type { KnowledgeContainer } from './handler.ts';

export async function knowledgeContainer({ home, tokens }: Config): Promise<KnowledgeContainer> {
  const { objects, publications, requests } = await openHome(home);
  return {
    ...apiParts('knowledge-api', tokens),
    publications,
    wordMonitoring,
    audit: new ObjectAuditLog(objects('audit')),
    store: new ObjectOutreachStore(objects('outreach')),
    retraining: requests('retraining'),
  };
}
