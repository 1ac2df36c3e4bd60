import { ModelCard } from '../../../data-contracts/schemas/model-card.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { modelLimits } from '../../../data-contracts/vocabularies/model-card-statements.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { PublishedByEarlierVersion, requireCurrent } from '../require-current.ts';
import { requireProgramme } from '../require-programme.ts';
import { isOlderThanErasure } from './older-than-erasure.ts';

/** The model was trained by a version of the service that made no cards. */
export class ModelWithoutCard extends Error {
  readonly code = 'model-without-card';
}

/**
 * The card of a programme's current model.
 * @throws AccessRefused, UnknownProgramme, NothingPublished, PublishedByEarlierVersion, ModelWithoutCard
 */
export async function readModelCard(
  ports: AccessPorts & { readonly publications: PublicationStore },
  { programme, requester }: { readonly programme: string; readonly requester: Requester },
): Promise<ModelCard> {
  await accessInLog(ports, requester, 'read-model-card');
  return currentModelCard(ports.publications, programme);
}

export async function currentModelCard(
  publications: PublicationStore,
  programme: string,
): Promise<ModelCard> {
  const station = `models/${requireProgramme(programme).id}`;
  const model = await requireCurrent(publications, station);
  if (!model.files.some(({ name }) => name === 'model-card.json'))
    throw new ModelWithoutCard(`${station}: the model is older than model cards; train it again`);
  const text = new TextDecoder().decode(await publications.read(model, 'model-card.json'));
  const written: unknown = JSON.parse(text);
  if ((written as { format?: unknown }).format !== ModelCard.shape.format.value)
    throw new PublishedByEarlierVersion(station);
  const card = ModelCard.parse(written);
  if (!isOlderThanErasure(model)) return card;
  const id = 'older-than-erasure';
  return { ...card, limits: [{ id, text: modelLimits[id] }, ...card.limits] };
}
