import { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import { columnsOf } from '../../../data-contracts/schemas/made-columns.ts';
import { hiddenDemandStation } from '../../core/hidden-demand/find-hidden-demand.ts';
import type {
  FoundClient,
  HiddenDemandSet,
  HiddenDemandStore,
} from '../../core/ports/hidden-demand-store.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import { requireCurrent } from '../../core/require-current.ts';
import { readSql } from '../sql-texts.ts';
import { allRows, type LakeEngine, type Relation, type SqlRow } from './lake-engine.ts';

/** Columns of the file of those found, with their types. */
export const hiddenDemandColumns = columnsOf(HiddenDemandRow);

const gateColumns =
  'client, municipality, age_years, service_language, sources_used, ' +
  'signs, signs_certainty, need, contacts_certainty';

/** Who was found of a programme's people, in the lake. It stays with the publication it was opened on. */
export class LakeHiddenDemandStore implements HiddenDemandStore {
  readonly #publication: Publication;
  readonly #relation: Relation;
  readonly #engine: LakeEngine;

  private constructor(publication: Publication, relation: Relation, engine: LakeEngine) {
    this.#publication = publication;
    this.#relation = relation;
    this.#engine = engine;
  }

  /** @throws NothingPublished when nobody has been looked for */
  static async open(publications: PublicationStore, programme: string, engine: LakeEngine) {
    const publication = await requireCurrent(publications, hiddenDemandStation({ id: programme }));
    const { station, run, files } = publication;
    const locations = await Promise.all(files.map(({ name }) => publications.location(station, run, name)));
    const partition = { programme, run };
    const relation = { name: 'hidden_demand', columns: hiddenDemandColumns, locations, partition };
    return new LakeHiddenDemandStore(publication, relation, engine);
  }

  async describe(): Promise<HiddenDemandSet> {
    const { origin, run, summary } = this.#publication;
    const told = summary as unknown as Pick<HiddenDemandSet, 'landmarkOn' | 'withheldFromFinding'>;
    const { landmarkOn, withheldFromFinding } = told;
    return { origin, version: run, landmarkOn, withheldFromFinding };
  }

  async found(): Promise<readonly FoundClient[]> {
    const rows = await this.#rows(null, gateColumns);
    return rows.map(foundIn);
  }

  async explained(clients: readonly string[]): Promise<readonly (HiddenDemandRow | undefined)[]> {
    const byClient = new Map<string, HiddenDemandRow>();
    for (let from = 0; from < clients.length; from += this.#engine.clientsPerQuery) {
      const asked = clients.slice(from, from + this.#engine.clientsPerQuery).join(',');
      for (const row of await this.#rows(asked, '*'))
        byClient.set(row.client as string, HiddenDemandRow.parse(row));
    }
    return clients.map((client) => byClient.get(client));
  }

  /** @param asked pseudonyms joined by commas; null: everybody's */
  #rows(asked: string | null, columns: string): Promise<SqlRow[]> {
    return allRows(this.#engine, {
      name: 'hidden-demand',
      text: readSql('reads/hidden-demand'),
      values: [asked],
      relations: [this.#relation],
      columns,
      orderBy: 'client',
      fingerprint: this.#publication.fingerprint,
    });
  }
}

const foundIn = (row: SqlRow): FoundClient => ({
  client: row.client as string,
  municipality: row.municipality as string,
  ageYears: row.age_years as number,
  serviceLanguage: row.service_language as string,
  sourcesUsed: row.sources_used as string,
  strength: {
    'signs-without-diagnosis': row.signs_certainty === null ? null : (row.signs as number),
    'few-contacts': row.contacts_certainty === null ? null : (row.need as number),
  },
});
