import type { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import type { HiddenDemandRule, Programme } from '../../../data-contracts/schemas/programme.ts';
import type { ServiceStatusRule } from '../../../data-contracts/schemas/service-status-rule.ts';
import { withoutRegularService } from '../../../data-contracts/vocabularies/service-statuses.ts';
import { type HiddenDemandFound, hiddenDemand } from '../../../models/hidden-demand/hidden-demand.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { Publication } from '../ports/publication-store.ts';
import { type LandmarkRows, type RowChoice, readLandmarkRows } from '../risk/landmark-rows.ts';

/** Whose client-months are looked at, and whose teach. */
export interface LookedAt {
  readonly months: Publication;
  /** At which people are looked for. */
  readonly landmarkOn: string;
  /** Who may not be looked at. */
  readonly withheld: ReadonlySet<string>;
  /** Who may be learnt from. */
  readonly teaching: RowChoice;
  readonly statusRules: readonly ServiceStatusRule[];
  readonly seed: number;
}

/** What is noted of a row as it is read. */
interface Noted {
  readonly sourcesUsed: string;
  readonly teaches: boolean;
  readonly isAsked: boolean;
}

/** Everybody without service at the landmark who has a reason, in the order of the pseudonym. */
export async function foundRows(
  { clientMonths }: { readonly clientMonths: ClientMonthSource },
  programme: Programme,
  rule: HiddenDemandRule,
  lookedAt: LookedAt,
): Promise<HiddenDemandRow[]> {
  const { noted, rows } = await notedRows(clientMonths, lookingFor(programme, rule), lookedAt);
  const found = hiddenDemand(
    {
      predictors: rows.predictors,
      person: rows.person,
      hasService: withService(rows),
      teaches: (row) => noted[row]!.teaches,
      isAsked: (row) => noted[row]!.isAsked,
      seed: lookedAt.seed,
    },
    rule,
  );
  const places = Int32Array.from(
    [...found.rows.keys()].filter((place) => found.hasSigns[place] ?? found.hasFewContacts[place]),
  );
  const speaksFor = contributionsOf(found, places);
  return Array.from(places, (place, at) => ({
    ...personOf(rows, found.rows[place]!, noted, lookedAt.landmarkOn),
    ...figuresOf(found, place),
    contributions: JSON.stringify(speaksFor(at)),
    feature_values: JSON.stringify(valuesOf(rows, found.rows[place]!)),
  }));
}

/** The programme with what the rule looks at besides: the diagnosis. */
export const lookingFor = (programme: Programme, { diagnosis }: HiddenDemandRule): Programme => ({
  ...programme,
  predictors: [...new Set([...programme.predictors, diagnosis])],
});

async function notedRows(
  clientMonths: ClientMonthSource,
  programme: Programme,
  { months, landmarkOn, withheld, teaching, statusRules: serviceStatusRules }: LookedAt,
): Promise<{ noted: readonly Noted[]; rows: LandmarkRows }> {
  const noted: Noted[] = [];
  const rows = await readLandmarkRows(
    clientMonths,
    months,
    { programme, serviceStatusRules },
    {
      ...teaching,
      keeps: (client, group, sourcesUsed, landmark) => {
        const teaches = teaching.keeps(client, group, sourcesUsed, landmark);
        const isAsked = landmark === landmarkOn && !withheld.has(client);
        if (teaches || isAsked) noted.push({ sourcesUsed, teaches, isAsked });
        return teaches || isAsked;
      },
    },
  );
  return { noted, rows };
}

/** Of each row, 1 where the person has regular service. */
export function withService({ serviceStatus }: Pick<LandmarkRows, 'serviceStatus'>): Uint8Array {
  const isWithout: ReadonlySet<string> = new Set(withoutRegularService);
  return Uint8Array.from(serviceStatus, (status) => (isWithout.has(status) ? 0 : 1));
}

/** By position among those found, what each feature adds to their signs. */
function contributionsOf({ signContributions }: HiddenDemandFound, places: Int32Array) {
  const { names, values } = signContributions(places);
  return (at: number) =>
    Object.fromEntries(
      names
        .map((feature, place) => [feature, round(values[at * names.length + place]!)] as const)
        .filter(([, contribution]) => contribution !== 0),
    );
}

const personOf = (rows: LandmarkRows, row: number, noted: readonly Noted[], landmarkOn: string) => ({
  client: rows.clients[row]!,
  landmark_on: landmarkOn,
  age_years: rows.predictors.columns[rows.predictors.names.indexOf('age_years')]![row]!,
  municipality: rows.audit.municipality[row]!,
  service_language: rows.audit.service_language[row]!,
  sources_used: noted[row]!.sourcesUsed,
});

const figuresOf = (found: HiddenDemandFound, place: number) => ({
  signs: Number.isNaN(found.signs[place]) ? null : round(found.signs[place]!),
  signs_certainty: found.hasSigns[place] ?? null,
  need: round(found.need[place]!),
  contact_share: round(found.contactShare[place]!),
  contacts_certainty: found.hasFewContacts[place] ?? null,
});

/** The predictors' values as they were seen, for the reasons; missing is null. */
const valuesOf = ({ predictors: { names, columns } }: LandmarkRows, row: number) =>
  Object.fromEntries(
    names.map((name, at) => {
      const value = columns[at]![row]!;
      return [name, Number.isNaN(value) ? null : Math.round(value * 100) / 100];
    }),
  );

const round = (value: number) => Math.round(value * 1e6) / 1e6;
