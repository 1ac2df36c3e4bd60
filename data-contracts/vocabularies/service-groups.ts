import { z } from 'zod';

/**
 * The groups of service that features and unit costs speak of. Every service event falls into exactly one,
 * by `serviceGroupRules` below, first match wins.
 */
export const serviceGroups = {
  'hospital-stay': { fi: 'Sairaalahoito', sv: 'Sjukhusvård', en: 'Hospital care' },
  'heavy-housing': {
    fi: 'Ympärivuorokautinen palveluasuminen ja laitospalvelu',
    sv: 'Serviceboende med heldygnsomsorg och institutionsservice',
    en: '24-hour care',
  },
  'other-housing': { fi: 'Muu asumispalvelu', sv: 'Annan boendeservice', en: 'Other housing service' },
  'emergency-visit': { fi: 'Päivystyskäynti', sv: 'Jourbesök', en: 'Emergency visit' },
  'home-care': { fi: 'Kotihoito', sv: 'Hemvård', en: 'Home care' },
  'home-nursing': { fi: 'Kotisairaanhoito', sv: 'Hemsjukvård', en: 'Home nursing' },
  therapy: {
    fi: 'Fysio- ja toimintaterapia',
    sv: 'Fysio- och ergoterapi',
    en: 'Physio- and occupational therapy',
  },
  'mental-health': { fi: 'Mielenterveystyö', sv: 'Mentalvård', en: 'Mental-health care' },
  'day-activities': { fi: 'Päivätoiminta', sv: 'Dagverksamhet', en: 'Day activities' },
  'remote-contact': { fi: 'Etäasiointi', sv: 'Distanskontakt', en: 'Remote contact' },
  'specialist-visit': {
    fi: 'Erikoissairaanhoidon käynti',
    sv: 'Besök inom den specialiserade sjukvården',
    en: 'Specialised-care visit',
  },
  'primary-visit': {
    fi: 'Perusterveydenhuollon käynti',
    sv: 'Besök inom primärvården',
    en: 'Primary-care visit',
  },
} as const;

export type ServiceGroup = keyof typeof serviceGroups;
export const ServiceGroup = z.enum(Object.keys(serviceGroups) as [ServiceGroup, ...ServiceGroup[]]);

/**
 * One rule: the codes it asks for (absent: any) and the group it gives. `other`, the group of whatever no rule
 * names, is no group that features or prices speak of.
 */
export interface ServiceGroupRule {
  readonly serviceArea?: string;
  readonly serviceForm?: string;
  readonly contactType?: string;
  readonly isEmergency?: 'yes';
  readonly group: ServiceGroup | 'other';
}

export const serviceGroupRules: readonly ServiceGroupRule[] = [
  { serviceArea: '1', group: 'hospital-stay' },
  { serviceArea: '2', group: 'hospital-stay' },
  { serviceArea: '5', group: 'hospital-stay' },
  { serviceArea: '6', group: 'hospital-stay' },
  { serviceArea: '31', group: 'heavy-housing' },
  { serviceArea: '32', group: 'heavy-housing' },
  { serviceArea: '33', group: 'heavy-housing' },
  { serviceArea: '34', group: 'heavy-housing' },
  { serviceArea: '38', group: 'other-housing' },
  { serviceArea: '41', group: 'other-housing' },
  { serviceArea: '42', group: 'other-housing' },
  { serviceArea: '43', group: 'other-housing' },
  { serviceArea: '44', group: 'other-housing' },
  { serviceArea: '81', group: 'other-housing' },
  { serviceArea: '82', group: 'other-housing' },
  { serviceArea: '84', group: 'other-housing' },
  { serviceArea: '85', group: 'other-housing' },
  { serviceArea: '88', group: 'other-housing' },
  { serviceArea: '91', group: 'emergency-visit' },
  { isEmergency: 'yes', group: 'emergency-visit' },
  // work about somebody without them is no contact
  { contactType: 'R60', group: 'other' },
  { contactType: 'R70', group: 'other' },
  { contactType: 'R71', group: 'other' },
  { contactType: 'R72', group: 'other' },
  { serviceForm: 'T41', group: 'home-nursing' },
  { serviceForm: 'T43', group: 'home-nursing' },
  { serviceArea: '7', group: 'home-care' },
  { serviceForm: 'T40', group: 'home-care' },
  { serviceForm: 'T42', group: 'home-care' },
  { serviceForm: 'T51', group: 'therapy' },
  { serviceForm: 'T53', group: 'therapy' },
  { serviceForm: 'T54', group: 'therapy' },
  { serviceForm: 'T55', group: 'therapy' },
  { serviceForm: 'T56', group: 'therapy' },
  { serviceForm: 'T59', group: 'therapy' },
  { serviceForm: 'T71', group: 'mental-health' },
  { serviceForm: 'T73', group: 'mental-health' },
  { serviceForm: 'T80', group: 'day-activities' },
  { serviceArea: '86', group: 'day-activities' },
  { contactType: 'R50', group: 'remote-contact' },
  { contactType: 'R51', group: 'remote-contact' },
  { contactType: 'R52', group: 'remote-contact' },
  { contactType: 'R55', group: 'remote-contact' },
  { contactType: 'R56', group: 'remote-contact' },
  { serviceArea: '92', group: 'specialist-visit' },
  { serviceArea: '93', group: 'specialist-visit' },
  { serviceArea: '94', group: 'specialist-visit' },
  { serviceArea: '83', group: 'specialist-visit' },
  { serviceForm: 'T81', group: 'specialist-visit' },
  { serviceForm: 'T11', group: 'primary-visit' },
  { serviceForm: 'T29', group: 'primary-visit' },
];
