/** Of what is learnt from the same rows and seed: another where the numbers may be others, so that none are mixed. */
export const trainingVersion = '14';
