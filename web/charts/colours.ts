/**
 * Colours that people with any colour vision can tell apart and read on white: its yellows are left out or
 * darkened, its black is kept for frames.
 * @source after Okabe & Ito 2008, Color Universal Design
 */
const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#B8860B', '#56B4E9', '#7B3294'];

/** What is drawn without a colour of its own. */
export const grey = '#b4b4b4';

/** A colour for each name, the first ones first; those after the last colour are absent. */
export const coloursOf = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.slice(0, colours.length).map((name, at) => [name, colours[at]!]));
