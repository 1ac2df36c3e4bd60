import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableContract, type TableName, tables } from '../../../data-contracts/schemas/tables.ts';
import type { ColumnLayout } from '../delivered-files/column-layout.ts';
import type { DeliveredRow } from '../delivered-files/delivered-rows.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
import type { Pseudonymiser } from '../identity/pseudonym.ts';
import { Identity, type IdentitySealer } from '../identity/sealed-identity.ts';
import type { SealedIdentity } from '../ports/identity-vault.ts';
import type { LakeFileSpec, LakeRow } from '../ports/lake-table-writer.ts';
import type { QuarantineReason } from '../ports/quarantine-store.ts';
import { DistinctCheck } from './distinct-check.ts';
import { RowCheck } from './row-check.ts';

/** What became of a batch of rows. */
export interface DoorBatch {
  readonly delivered: number;
  readonly accepted: LakeRow[];
  readonly identities: SealedIdentity[];
  /** The reasons of each row that was turned away. */
  readonly turnedAway: QuarantineReason[][];
  /** Rows of people who have been erased: they go nowhere. */
  erased: number;
}

/** Who comes in as whom. */
export interface BehindTheDoor {
  readonly pseudonymiser: Pseudonymiser;
  readonly sealer: IdentitySealer;
  readonly people: JoinedPeople;
  /** Every pseudonym of people who have been erased. */
  readonly erased: ReadonlySet<string>;
}

/**
 * The door of one table: a row comes in with a person's identifier and goes on with a pseudonym, its
 * identity sealed, or is turned away with reasons. Behind the door nobody has a name.
 */
export class RowDoor {
  readonly columns: LakeFileSpec['columns'];
  readonly key: readonly string[];
  /** The column of the day that a row tells of; undefined where no row replaces another. */
  readonly ownDay: string | undefined;
  /** The key in the words of the contract. */
  readonly keyFields: string;
  readonly check: RowCheck;
  readonly keepsIdentities: boolean;
  readonly #pseudonymiser: Pseudonymiser;
  readonly #sealer: IdentitySealer;
  readonly #people: JoinedPeople;
  readonly #erased: ReadonlySet<string>;
  readonly #columnFields: readonly string[];
  /** For a file that lies in columns; undefined where every row has an identity to be sealed, or names two people. */
  readonly distinctCheck: DistinctCheck | undefined;
  readonly #otherPeople: readonly string[];
  readonly #saysWhoIsWho: boolean;

  constructor(
    table: TableName,
    origin: DataOrigin,
    { pseudonymiser, sealer, people, erased }: BehindTheDoor,
  ) {
    const contract: TableContract = tables[table];
    this.#pseudonymiser = pseudonymiser;
    this.#sealer = sealer;
    this.#people = people;
    this.#erased = erased;
    this.#otherPeople = contract.otherPeople ?? [];
    this.#saysWhoIsWho = contract.saysWhoIsWho ?? false;
    this.check = new RowCheck(contract, origin);
    this.keepsIdentities = contract.identityFields.length > 0;
    this.distinctCheck =
      this.keepsIdentities || contract.saysWhoIsWho
        ? undefined
        : new DistinctCheck(this.check, (identifier) => {
            const client = pseudonymiser.pseudonymOf(identifier);
            const isAsDelivered = people.personOf(client) === client && !erased.has(client);
            return isAsDelivered ? client : undefined;
          });
    this.keyFields = contract.key.join('+');
    this.ownDay = contract.ownDay && lakeColumnOf(contract.ownDay);
    this.key = contract.key.map(lakeColumnOf);
    this.#columnFields = Object.keys(contract.columns);
    this.columns = Object.entries(contract.columns).map(([field, type]) => ({
      name: lakeColumnOf(field),
      type,
    }));
  }

  admit(rows: readonly DeliveredRow[], layout: ColumnLayout): DoorBatch {
    const batch: DoorBatch = {
      delivered: rows.length,
      accepted: [],
      identities: [],
      turnedAway: [],
      erased: 0,
    };
    for (const row of rows) this.#admitRow(row, layout, batch);
    return batch;
  }

  #admitRow(row: DeliveredRow, layout: ColumnLayout, batch: DoorBatch): void {
    const checked = 'texts' in row ? this.check.check(row.texts, layout.positions) : row;
    if ('reasons' in checked) {
      batch.turnedAway.push(checked.reasons.map((reason) => ({ line: row.line, ...reason })));
      return;
    }
    const { fields } = checked;
    const deliveredAs = this.#pseudonymiser.pseudonymOf(fields.clientIdentifier as string);
    const client = this.#saysWhoIsWho ? deliveredAs : this.#people.personOf(deliveredAs);
    if (this.#erased.has(client) && !this.#saysWhoIsWho) {
      batch.erased += 1;
      return;
    }
    for (const field of this.#otherPeople)
      fields[field] = this.#pseudonymiser.pseudonymOf(fields[field] as string);
    const values = this.#columnFields.map((field) => fields[field] as string | number | undefined);
    const { line } = row;
    batch.accepted.push(
      client === deliveredAs ? { line, client, values } : { line, client, values, deliveredAs },
    );
    if (!this.keepsIdentities) return;
    const sealed = this.#sealer.seal(client, Identity.parse(fields));
    batch.identities.push({ line, pseudonym: client, sealed });
  }
}
