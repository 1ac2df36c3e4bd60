import type { Publication, PublicationStore } from '../ports/publication-store.ts';

/** Row by row, predictions of invented people are told of in no publication that is left. */
const rowwise = 'test-predictions.csv';

/** Whether people have been erased since the model was made, on whom it may have been trained. */
export const isOlderThanErasure = ({ summary }: Pick<Publication, 'summary'>) =>
  summary.isOlderThanErasure === true;

/** Marks a model as one that may have learnt from somebody who has been erased since. */
export function markOlder(publications: PublicationStore, model: Publication): Promise<Publication> {
  const { files, ...rest } = model;
  const fileNames = files.map(({ name }) => name).filter((name) => name !== rowwise);
  return publications.publish(
    { ...rest, fileNames, summary: { ...model.summary, isOlderThanErasure: true } },
    model,
  );
}
