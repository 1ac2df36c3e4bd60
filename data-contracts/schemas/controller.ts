import { z } from 'zod';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts } from './fields.ts';

/** How somebody is reached. */
const Contact = z.strictObject({
  telephone: z.string().min(1),
  email: z.email(),
  /** The postal address, on one line. */
  post: Texts,
});

/**
 * Who answers for people's data and how they are reached, as a letter to a person says it: `controller.json` in the
 * home. The shipped ones are invented; a county gives its own before anybody is written to.
 * @source GDPR, articles 13(1)(a), 13(1)(b) and 13(2)(d)
 */
export const Controller = z.strictObject({
  name: Texts,
  contact: Contact,
  dataProtectionOfficer: Contact,
  /** To whom one may complain. */
  supervisoryAuthority: Contact.extend({ name: Texts, tag: EvidenceTag }),
  /** Whether controller and officer are nobody's: of the simulated county. */
  isInvented: z.boolean(),
});
export type Controller = z.infer<typeof Controller>;
