/** Names that are kept for examples, tests and networks at home, in the writing that both engines below read. */
const kept = '(example|test|invalid|localhost|local|internal|home\\.arpa|example\\.(com|net|org))';
/** A name that the public domain system can know: no address of a machine, no single word, no dot at the end. */
const publicName = '([a-z0-9-]+\\.)+[a-z][a-z0-9-]*[a-z0-9]';

const ofNobody = new RegExp(`(^|\\.)${kept}$`);
const wellFormed = new RegExp(`^${publicName}$`);

/**
 * Whether what is sent there reaches nobody, or only this machine.
 * @param host a domain's name, without scheme, user or port @source RFC 2606; RFC 6761; RFC 6762; RFC 8375
 */
export const isOfNobody = (host: string) => {
  const name = host.toLowerCase();
  return ofNobody.test(name) || !wellFormed.test(name);
};

/** An address that a deployment is given by hand, as CloudFormation checks it. */
export const addressOfSomebody = `^(?!.*[.@]${kept}$)[^@\\s,;<>]+@${publicName}$`;

/** The pages' address that a deployment is given by hand, as CloudFormation checks it. */
export const pagesOfSomebody = `^https://(?!([^/]*\\.)?${kept}$)${publicName}$`;
