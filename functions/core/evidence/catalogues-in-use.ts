import { planCatalogues, type SettingFiles } from '../county-settings.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { currentEvidence } from './gather-evidence.ts';
import { updatedCatalogue } from './updated-catalogue.ts';

/** The county's catalogues as plans use them: each effect updated by what lots have shown of it. */
export async function cataloguesInUse(
  files: SettingFiles,
  publications: Pick<PublicationStore, 'current' | 'read'>,
  programme: string,
) {
  const catalogues = await planCatalogues(files);
  const evidence = await currentEvidence(publications, programme);
  return { ...catalogues, interventions: updatedCatalogue(catalogues.interventions, evidence) };
}
