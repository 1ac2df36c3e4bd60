import { parseHTML } from 'linkedom';

/** A document to draw in where there is no browser; a page puts its own in the place of this file. */
export const lightDocument = () => parseHTML('<html><body></body></html>').document;
export type LightDocument = ReturnType<typeof lightDocument>;
