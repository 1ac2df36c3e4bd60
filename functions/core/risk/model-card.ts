import { z } from 'zod';
import { ModelCard } from '../../../data-contracts/schemas/model-card.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import {
  intendedUses,
  misuses,
  modelLimits,
} from '../../../data-contracts/vocabularies/model-card-statements.ts';
import { tripodAiItems } from '../../../data-contracts/vocabularies/tripod-ai-items.ts';
import type { ClientMonthSummary } from '../client-months/build-client-months.ts';
import type { Publication } from '../ports/publication-store.ts';
import type { RiskArtefact } from '../ports/risk-network.ts';
import { smallestCell } from '../release/small-cells.ts';
import type { ModelEvaluation } from './judge-model.ts';
import type { LandmarkRows } from './landmark-rows.ts';
import { limitsOf } from './model-limits.ts';

/** Everything that a model's card is made from. */
export interface CardParts {
  readonly programme: Programme;
  readonly run: string;
  readonly numerics: string;
  readonly seed: number;
  readonly description: RiskArtefact['description'];
  /** The client-months it was trained and tested on. */
  readonly months: Publication;
  readonly training: LandmarkRows;
  readonly test: LandmarkRows;
  readonly evaluation: ModelEvaluation;
}

/** Of the artefact's description, what a card tells; other fields are the network's own business. */
const TrainingDescription = z.object({
  members: z.array(z.object({ kind: z.string(), share: z.number() })).catch([]),
  training: z.record(z.string(), z.unknown()).catch({}),
});

/** The card of a model: what it is, what it was made from, how good it is, and what it is not for. */
export function modelCard(parts: CardParts): ModelCard {
  const { programme, run, numerics, seed, evaluation } = parts;
  const { members, training: details } = TrainingDescription.parse(parts.description);
  const { models, networkAgainst, missingness, wholeModel } = evaluation;
  const card = {
    format: 'ennakko-model-card/2',
    origin: evaluation.origin,
    modelVersion: `${programme.id}-${run}`,
    programme: { ...programme, outcomeServiceAreas: programme.outcome.serviceAreas },
    training: { numerics, seed, members, details },
    data: dataOf(parts),
    evaluation: { models: tellingNoSmallCounts(models), networkAgainst, missingness },
    wholeModel,
    limits: limitsOf(evaluation).map((id) => ({ id, text: modelLimits[id] })),
    intendedUse: statements(intendedUses),
    misuse: statements(misuses),
    tripodAi: tripodAiItems,
  };
  // As JSON keeps it: figures that could not be estimated are null.
  return ModelCard.parse(JSON.parse(JSON.stringify(card)));
}

const statements = (texts: Readonly<Record<string, ModelCard['limits'][number]['text']>>) =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));

function dataOf({ months, training, test, evaluation }: CardParts): ModelCard['data'] {
  const { coversFrom, coversTo } = months.summary as unknown as ClientMonthSummary;
  const { split, trainingLandmarks, testLandmark } = evaluation;
  return {
    fingerprint: months.fingerprint,
    files: months.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    coversFrom,
    coversTo,
    split,
    trainingLandmarks: [...trainingLandmarks],
    testLandmark,
    training: sideOf(training),
    test: sideOf(test),
  };
}

/** Where one way of ending is told to few, none is told: it could be had by subtraction. */
function sideOf({ clients, person, followUp }: LandmarkRows): ModelCard['data']['test'] {
  const counts = [0, 0, 0];
  for (const event of followUp.event) counts[event]! += 1;
  const told = (count: number) => (counts.some(isSmall) ? ('suppressed' as const) : count);
  const [censored, outcomes, competing] = counts as [number, number, number];
  return {
    rows: clients.length,
    people: new Set(person).size,
    outcomes: told(outcomes),
    competing: told(competing),
    censored: told(censored),
  };
}

const isSmall = (count: number) => count > 0 && count < smallestCell;

function tellingNoSmallCounts(models: ModelEvaluation['models']) {
  const told = (count: number) => (isSmall(count) ? 'suppressed' : count);
  return Object.fromEntries(
    Object.entries(models).map(([name, report]) => [
      name,
      {
        ...report,
        horizons: report.horizons.map((one) =>
          one.status === 'evaluated'
            ? {
                ...one,
                cases: told(one.cases),
                competing: told(one.competing),
                censoredBefore: told(one.censoredBefore),
              }
            : one,
        ),
      },
    ]),
  );
}
