import type { EvidenceTag } from '../../../data-contracts/schemas/evidence-tag.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { Plan } from '../../../data-contracts/schemas/plan.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { inLanguage } from '../../../data-contracts/vocabularies/messages/in-language.ts';
import type { Distribution } from '../../../models/economics/distributions.ts';
import { summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import type { ParameterDraws, UncertainParameters } from '../../../models/economics/parameter-draws.ts';
import { heavyServiceIds, parameterId } from '../../../models/economics/uncertain-intervention.ts';
import { actingEffects, type OfferedIntervention } from './offered-interventions.ts';

interface Ground {
  readonly evidence: EvidenceTag;
  readonly source: string;
}

/** Every uncertain value, how it is distributed, how far to trust it and, in the reader’s language, where it is from. */
export function planParameters(
  { distributions }: UncertainParameters,
  draws: ParameterDraws,
  programme: Programme,
  offered: readonly OfferedIntervention[],
  language: Language,
): Plan['parameters'] {
  const grounds = groundsOf(programme, offered);
  return Object.entries(distributions).flatMap(([id, distribution]) => {
    const ground = grounds.get(id);
    if (!ground) return [];
    const { mean, lower95, upper95 } = summaryOfDraws(draws[id]!);
    const told = (value: number) => Number(value.toPrecision(6));
    return {
      id,
      distribution: wordsOf(distribution),
      mean: told(mean),
      lower95: told(lower95),
      upper95: told(upper95),
      evidence: ground.evidence,
      source: inLanguage(ground.source, language),
    };
  });
}

/** Parameters that are not known for certain. */
export const uncertainIds = ({ distributions }: UncertainParameters) =>
  Object.keys(distributions).filter((id) => distributions[id]!.name !== 'fixed');

/** By parameter; a parameter without a ground is one that the catalogue does not give, and is not told. */
function groundsOf(programme: Programme, offered: readonly OfferedIntervention[]): Map<string, Ground> {
  const { outcomeCost } = programme;
  const heavy = { evidence: outcomeCost.evidence, source: outcomeCost.source };
  const grounds = new Map<string, Ground>([
    [heavyServiceIds.centsPerDay, heavy],
    [heavyServiceIds.meanStayDays, outcomeCost.uncertainty ?? heavy],
  ]);
  for (const { entry } of offered) {
    const acts = actingEffects(entry, programme);
    const own = {
      ...acts,
      fixedCents: entry.cost.fixedCents,
      monthlyCents: entry.cost.monthlyCents,
      uptakeShare: entry.uptake,
    };
    for (const kind of Object.keys(own) as (keyof typeof own)[]) {
      const ground = own[kind];
      if (ground) grounds.set(parameterId(entry, kind), { evidence: ground.evidence, source: ground.source });
    }
  }
  return new Map([...grounds].map(([id, { evidence, source }]) => [id, { evidence, source }]));
}

/** For example `log-normal(-0.223, 0.0541)`. */
function wordsOf(distribution: Distribution): string {
  const { name, ...values } = distribution;
  return `${name}(${Object.values(values)
    .map((value) => Number(value.toPrecision(4)))
    .join(', ')})`;
}
