import type { Controller } from '../data-contracts/schemas/controller.ts';
import { DataSource } from '../data-contracts/schemas/data-source.ts';
import type { Language, Texts } from '../data-contracts/schemas/fields.ts';
import type { LegalBasis } from '../data-contracts/schemas/legal-basis.ts';
import { rightsTexts } from '../data-contracts/vocabularies/rights-texts.ts';
import type { CountyTold } from '../functions/core/rights/access-document.ts';
import { say } from './say.ts';

type Contact = Controller['contact'];

const reached = ({ telephone, email, post }: Contact, language: Language) =>
  say(rightsTexts.reached, language, { telephone, email, post: post[language] });

/** Who answers for the data, and who helps in matters of data protection: how each is reached. */
export function controllerLines({ controller }: CountyTold, language: Language): string[] {
  const { name, contact, dataProtectionOfficer, isInvented } = controller;
  return [
    say(rightsTexts.controller, language, { name: name[language] }),
    reached(contact, language),
    '',
    rightsTexts.officer[language],
    reached(dataProtectionOfficer, language),
    ...(isInvented ? ['', rightsTexts.invented[language]] : []),
  ];
}

/** By what law, or by whose leave, each purpose uses data of which sources: a line for each provision. */
export function basisLines({ legalBases }: CountyTold, language: Language): string[] {
  const alike = new Map<string, LegalBasis[]>();
  for (const basis of legalBases) alike.set(keyOf(basis), [...(alike.get(keyOf(basis)) ?? []), basis]);
  const lines = [...alike.values()].map((bases) => basisLine(bases, language));
  const notConfirmed = legalBases.some(({ confirmed }) => !confirmed);
  return [...lines, ...(notConfirmed ? ['', rightsTexts.basesUnconfirmed[language]] : [])];
}

const keyOf = ({ purpose, kind, provision }: LegalBasis) => `${purpose} ${kind} ${provision.fi}`;

function basisLine(bases: readonly LegalBasis[], language: Language): string {
  const { purpose, kind, provision } = bases[0]!;
  const isOfAll = DataSource.options.every((source) => bases.some(({ dataSource }) => dataSource === source));
  const sources = isOfAll
    ? rightsTexts.everySource[language]
    : bases.map(({ dataSource }) => rightsTexts.sources[dataSource][language]).join(', ');
  const values = {
    purpose: rightsTexts.purposes[purpose][language],
    provision: provision[language],
    sources,
  };
  return `- ${say(rightsTexts.bases[kind], language, values)}`;
}

/** How long everything is kept. */
export function storageLines({ retention, storageTimes }: CountyTold, language: Language): string[] {
  const { landingDays } = retention;
  const t = (text: Texts, values: Record<string, string | number> = {}) => say(text, language, values);
  const deliveries =
    landingDays === null
      ? t(rightsTexts.deliveriesByHand)
      : t(rightsTexts.deliveriesKept, { days: landingDays });
  const notConfirmed = !retention.confirmed || storageTimes.some(({ confirmed }) => !confirmed);
  return [
    ...storageTimes.map(
      ({ what, howLong }) =>
        `- ${t(rightsTexts.storageLine, { what: what[language], howLong: howLong[language] })}`,
    ),
    `- ${deliveries}`,
    ...(notConfirmed ? ['', rightsTexts.storageUnconfirmed[language]] : []),
  ];
}

/** What the person may do, whom to ask, and by when the answer comes. */
export function rightsLines({ controller }: CountyTold, language: Language): string[] {
  const { dataProtectionOfficer, supervisoryAuthority } = controller;
  const name = supervisoryAuthority.name[language];
  const { complain, ...rights } = rightsTexts.rights;
  return [
    ...Object.values(rights).map((right) => `- ${right[language]}`),
    `- ${say(complain, language, { name })} ${reached(supervisoryAuthority, language)}`,
    '',
    rightsTexts.howToAsk[language],
    reached(dataProtectionOfficer, language),
    '',
    rightsTexts.answeredWithin[language],
  ];
}
