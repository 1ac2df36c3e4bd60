import type { TableName } from '../../data-contracts/schemas/tables.ts';
import { type coding, recording } from './assumptions.ts';
import { deliveryCount, deliveryIndex, isoDay } from './calendar.ts';
import { RandomStream } from './random-stream.ts';
import { spoiledRows } from './spoiled-rows.ts';

/**
 * Diagnoses as the hospital's system gives them out: without a day of recording, which `mapping.json` beside them
 * makes up.
 */
export const undatedDiagnoses = 'hospital-diagnoses';

/** Takes finished rows, as lines of CSV with their line end. */
export interface RowSink {
  put(deliveryIndex: number, file: TableName | typeof undatedDiagnoses, line: string): void;
  /** A row for the corrections of service events, which are wrong on purpose. */
  putCorrection(line: string): void;
}

/** What kind of service an event is: its codes as they stand in the row, the unit and the register. */
export interface Service {
  readonly codes: string;
  readonly unit: string;
  readonly dataSource: 'social-care' | 'primary-care' | 'specialised-care';
  /** Absent where nobody codes an illness. */
  readonly coding?: CodingVisit['kind'];
}

/** A visit at which illnesses may be coded: on its last day. */
export interface CodingVisit {
  readonly day: number;
  readonly kind: keyof typeof coding.codedShare;
  readonly dataSource: Service['dataSource'];
}

export interface CodedDiagnosis {
  readonly day: number;
  readonly code: string;
  readonly dataSource: Service['dataSource'];
}

export interface ServiceEventDraft {
  readonly eventId: string;
  readonly service: Service;
  readonly startedOn: number;
  readonly endedOn: number | undefined;
  readonly contacts?: number;
  readonly costCents?: number;
}

/** The columns serviceArea, serviceForm, contactType and isEmergency of a row. */
export function serviceCodes(codes: {
  readonly serviceArea?: string;
  readonly serviceForm?: string;
  readonly contactType?: string;
  readonly isEmergency?: 'yes' | 'no';
}): string {
  const { serviceArea = '', serviceForm = '', contactType = '', isEmergency = '' } = codes;
  return `${serviceArea},${serviceForm},${contactType},${isEmergency}`;
}

const lastDelivery = deliveryCount - 1;
const rowsPerClient = 4096;

/** The rows of one client on their way into the half-yearly deliveries, each into that of its recording day. */
export class ClientRows {
  readonly #sink: RowSink;
  readonly #clientNumber: number;
  readonly #identityCode: string;
  readonly #spoiling: RandomStream;
  readonly #codingVisits: CodingVisit[] = [];
  #made = 0;

  constructor(sink: RowSink, seed: number, clientNumber: number, identityCode: string) {
    this.#sink = sink;
    this.#clientNumber = clientNumber;
    this.#identityCode = identityCode;
    this.#spoiling = new RandomStream(seed, clientNumber, 2);
  }

  /** A new identifier of a thing, unique in the county. */
  nextId(prefix: string): string {
    return `${prefix}${(this.#clientNumber * rowsPerClient + this.#made++).toString(36)}`;
  }

  /** The visits so far at which illnesses may be coded. */
  get codingVisits(): readonly CodingVisit[] {
    return this.#codingVisits;
  }

  /** A row of any table whose last column is when it was recorded; `fields` are those between. */
  add(table: TableName, recordedDay: number, fields: string): void {
    const delivery = deliveryIndex(recordedDay);
    if (delivery < 0) return;
    const suffix = table === 'consent-events' ? 'T12:00:00Z' : '';
    this.#sink.put(delivery, table, `${this.#identityCode},${fields},${isoDay(recordedDay)}${suffix}\n`);
  }

  /** The hospital's rows go without the day on which they were recorded, into the delivery of it all the same. */
  addDiagnosis({ day, code, dataSource }: CodedDiagnosis, recordedDay: number): void {
    const fields = `${this.nextId('d')},${isoDay(day)},ICD-10,${code},${dataSource}`;
    const delivery = deliveryIndex(recordedDay);
    if (dataSource !== 'specialised-care') this.add('diagnoses', recordedDay, fields);
    else if (delivery >= 0) this.#sink.put(delivery, undatedDiagnoses, `${this.#identityCode},${fields}\n`);
  }

  /**
   * Something that goes on: first delivered without its end, later again with it under the same identifier;
   * only the latter when both would be in one delivery. No landmark lies within one: what goes on at a landmark is
   * known there to go on, and that nothing is known never foretells that it is about to end.
   */
  addSpell(
    table: TableName,
    opened: { readonly recordedDay: number; readonly fields: string },
    closed: { readonly recordedDay: number; readonly fields: string } | undefined,
  ): void {
    const closedDay = Math.max(closed?.recordedDay ?? 0, opened.recordedDay);
    const isOneDelivery = deliveryIndex(opened.recordedDay) === deliveryIndex(closedDay);
    if (!closed || !isOneDelivery) this.add(table, opened.recordedDay, opened.fields);
    if (closed) this.add(table, closedDay, closed.fields);
  }

  addEvent(event: ServiceEventDraft, recordedDay: number): void {
    this.#noteCoding(event);
    const fields = eventFields(event);
    this.add('service-events', recordedDay, fields);
    if (deliveryIndex(recordedDay) !== lastDelivery) return;
    if (!this.#spoiling.chance(recording.wrongRowShare)) return;
    const row = [this.#identityCode, ...fields.split(','), isoDay(recordedDay)];
    for (const spoiled of spoiledRows(row, this.#spoiling)) {
      this.#sink.putCorrection(`${spoiled.join(',')}\n`);
    }
  }

  addStay(event: ServiceEventDraft, openedRecordedDay: number, closedRecordedDay: number): void {
    this.#noteCoding(event);
    const open = eventFields({ ...event, endedOn: undefined, costCents: undefined });
    const closed =
      event.endedOn === undefined
        ? undefined
        : { recordedDay: closedRecordedDay, fields: eventFields(event) };
    this.addSpell('service-events', { recordedDay: openedRecordedDay, fields: open }, closed);
  }

  #noteCoding({ service: { coding: kind, dataSource }, endedOn: day }: ServiceEventDraft): void {
    if (kind && day !== undefined) this.#codingVisits.push({ day, kind, dataSource });
  }
}

/** Fields of a service event between the client and the recording day, in the order of the contract. */
function eventFields({
  eventId,
  service,
  startedOn,
  endedOn,
  contacts,
  costCents,
}: ServiceEventDraft): string {
  const days = `${isoDay(startedOn)},${endedOn === undefined ? '' : isoDay(endedOn)}`;
  const amounts = `${contacts ?? ''},${costCents ?? ''}`;
  return `${eventId},${days},${service.codes},${amounts},${service.unit},${service.dataSource}`;
}

/** The day something is recorded: usually within days, for a small share months late. */
export function recordedAfter(day: number, usualDays: number, random: RandomStream): number {
  const { fewest, most } = recording.lateDays;
  return day + (random.chance(recording.lateShare) ? random.whole(fewest, most) : random.whole(0, usualDays));
}
