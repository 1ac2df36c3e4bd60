import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { DuckDbScoreStore } from '../../../functions/adapters/duckdb/duckdb-score-store.ts';
import { duckDbScoreWriter } from '../../../functions/adapters/duckdb/duckdb-score-writer.ts';
import { LakeScoreStore, publishedScores } from '../../../functions/adapters/lake/lake-score-store.ts';
import type { EngineHome } from '../athena/lake-engines.ts';

/** Publishes scores of the programme in a home, and opens them as its engine does. */
export async function scoredHome(
  engine: string,
  home: EngineHome,
  scores: readonly RiskScore[],
  summary: Record<string, unknown> = {},
): Promise<LakeScoreStore> {
  const [station, run, file] = ['scores/older-people', 'r1', 'scores.parquet'];
  const batches = (async function* () {
    yield scores;
  })();
  await duckDbScoreWriter(home.limits).write(await home.writing.location(station, run, file), batches);
  const origin = 'simulated' as const;
  await home.writing.publish(
    { station, run, fingerprint: 'f', origin, summary, fileNames: [file] },
    undefined,
  );
  return engine === 'DuckDB'
    ? DuckDbScoreStore.open(home.publications, 'older-people', home.limits)
    : new LakeScoreStore(await publishedScores(home.publications, 'older-people'), home.engine);
}
