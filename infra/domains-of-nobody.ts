/** Names that are never anybody's, and this machine's own: what is sent there, nobody gets. */
const ofNobody = /(^|\.)((example|test|invalid|localhost|local)|example\.(com|net|org))$/;

/** @param host a domain's name, without scheme, user or port @source RFC 2606; RFC 6761; RFC 6762 */
export const isOfNobody = (host: string) => ofNobody.test(host.toLowerCase()) || !host.includes('.');

/** An address that a deployment is given by hand, as CloudFormation checks it. */
export const addressOfSomebody =
  '^(?!.*[.@](example|test|invalid|localhost|local)$)(?!.*[.@]example\\.(com|net|org)$)[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$';

/** The pages' address that a deployment is given by hand, as CloudFormation checks it. */
export const pagesOfSomebody =
  '^https://(?!([^/]*\\.)?(example|test|invalid|localhost|local)$)(?!([^/]*\\.)?example\\.(com|net|org)$)([a-z0-9-]+\\.)+[a-z]{2,}$';
