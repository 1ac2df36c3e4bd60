import type { DeliveryWriter } from './delivery-writer.ts';
import type { ImportCounts } from './desynpuf-counts.ts';

/** The tables of an imported delivery, with the columns that these files can fill. */
export const columns = {
  clients: [
    'clientIdentifier',
    'validFrom',
    'bornOn',
    'sex',
    'serviceLanguage',
    'municipality',
    'diedOn',
    'movedOutOn',
    'studyGroup',
    'dataSource',
    'recordedOn',
  ],
  'service-events': [
    'clientIdentifier',
    'eventId',
    'startedOn',
    'endedOn',
    'serviceArea',
    'serviceForm',
    'contactType',
    'contacts',
    'costCents',
    'dataSource',
    'recordedOn',
  ],
  diagnoses: [
    'clientIdentifier',
    'diagnosisId',
    'diagnosedOn',
    'codeSystem',
    'code',
    'dataSource',
    'recordedOn',
  ],
} as const;

/** Where the rows of one sample go. */
export interface SampleOutput {
  readonly sample: number;
  readonly counts: ImportCounts;
  readonly writer: DeliveryWriter<keyof typeof columns>;
}

/** What our contract calls a beneficiary; undefined when the identifier is not one. */
export const clientIdentifier = (id: string | undefined) =>
  id && /^[0-9A-F]{1,64}$/.test(id) ? `local:desynpuf:${id}` : undefined;
