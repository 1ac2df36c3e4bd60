import { z } from 'zod';
import { ContactTypeCode, ServiceAreaCode, ServiceFormCode } from '../vocabularies/national-codes/index.ts';
import { DataSource } from './data-source.ts';
import { Cents, EndDay, IsoDay, IsWithdrawn, RecordingDay, ThingId, WholeNumber, YesNo } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

/**
 * A contact, a stay, or a period of contacts of one client with one service (Hilmo, Avohilmo).
 * Grain: one row per `eventId`; a row that sums up several contacts says how many. A stay that goes on
 * has no `endedOn`; the later delivery of the same `eventId` replaces the earlier.
 */
export const ServiceEvent = z
  .object({
    clientIdentifier: PersonIdentifier,
    eventId: ThingId,
    startedOn: IsoDay,
    endedOn: EndDay.optional(),
    serviceArea: ServiceAreaCode.optional(),
    serviceForm: ServiceFormCode.optional(),
    contactType: ContactTypeCode.optional(),
    isEmergency: YesNo.optional(),
    contacts: WholeNumber(0, 10_000).optional(),
    costCents: Cents.optional(),
    unit: ThingId.optional(),
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    (event) => event.serviceArea !== undefined || event.serviceForm !== undefined,
    relation(['serviceArea', 'serviceForm'], 'neither serviceArea nor serviceForm'),
  )
  .refine(
    (event) => event.endedOn === undefined || event.endedOn >= event.startedOn,
    relation(['endedOn', 'startedOn'], 'ended before start'),
  )
  .refine(
    (event) => event.recordedOn >= event.startedOn,
    relation(['recordedOn', 'startedOn'], 'recorded before start'),
  );
export type ServiceEvent = z.infer<typeof ServiceEvent>;
