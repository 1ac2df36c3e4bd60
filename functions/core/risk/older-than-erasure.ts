import type { Publication } from '../ports/publication-store.ts';

/** Whether people have been erased since the model was made, on whom it may have been trained. */
export const isOlderThanErasure = ({ summary }: Pick<Publication, 'summary'>) =>
  summary.isOlderThanErasure === true;
