import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retention } from '../data-contracts/catalogues/index.ts';
import type { QuarantineRule } from '../data-contracts/vocabularies/quarantine-rules.ts';
import { ObjectLandedDeliveries } from '../functions/adapters/objects/object-landed-deliveries.ts';
import { type IngestReport, ingestDeliveries } from '../functions/core/ingest/ingest-deliveries.ts';
import type { DeliverySource } from '../functions/core/ports/delivery-source.ts';
import type { IdentityVault } from '../functions/core/ports/identity-vault.ts';
import type { Progress } from '../functions/core/ports/progress.ts';
import type { QuarantineStore } from '../functions/core/ports/quarantine-store.ts';
import { folderHome } from '../functions/homes/folder-home.ts';
import type { LocalParts } from './local-parts.ts';

/** Why rows of a file would be turned away. */
export interface CheckedReason {
  readonly delivery: string;
  readonly file: string;
  readonly field: string | undefined;
  readonly rule: QuarantineRule;
  readonly rows: number;
  /** The first few. */
  readonly lines: readonly number[];
}

export interface CheckReport {
  readonly report: IngestReport;
  readonly reasons: readonly CheckedReason[];
}

/**
 * What ingest would do with everything in `landing/`, as if nothing had been taken in before. Nothing in the home
 * changes: rows go to a folder of the system’s for temporary files, under keys made for this once, and are removed.
 */
export async function checkDeliveries({ home, gate }: LocalParts, progress: Progress): Promise<CheckReport> {
  const scratch = await mkdtemp(join(tmpdir(), 'ennakko-check-'));
  try {
    const apart = folderHome(scratch);
    const [files, landing] = [await apart.files(), await home.files()];
    const reasons = new CollectedReasons();
    const once = randomBytes(32);
    const ports = {
      publications: apart.publications,
      deliveries: untouched(landing.deliveries()),
      parquet: files.parquetRows(),
      lake: files.lakeWriter(),
      vault: new Nowhere(),
      quarantine: reasons,
      keys: {
        pseudonymKey: async () => once,
        answersKey: async () => once,
        vaultKeys: async () => [once] as const,
      },
      erasures: gate.erasures,
      landed: new ObjectLandedDeliveries(apart.objects('landed')),
      retention: async () => ({ ...retention, landingDays: null }),
      clock: gate.clock,
    };
    return { report: await ingestDeliveries(ports, { progress }), reasons: reasons.all() };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const untouched = (landing: DeliverySource): DeliverySource => ({
  deliveries: () => landing.deliveries(),
  files: (delivery) => landing.files(delivery),
  strayFiles: () => landing.strayFiles(),
  read: (file) => landing.read(file),
  location: (file) => landing.location(file),
  remove: nothing,
});

/** A vault that keeps nothing. */
class Nowhere implements IdentityVault {
  begin = () => ({ add: nothing, keep: nothing, discard: nothing });
  async *find() {}
  rewrite = async () => 0;
  remove = nothing;
}

const nothing = async () => undefined;

const linesTold = 3;

/** Keeps of each reason how often it came and the first lines. */
class CollectedReasons implements QuarantineStore {
  readonly #found = new Map<string, CheckedReason & { rows: number; lines: number[] }>();

  linesOf = async () => new Set<number>();
  reasonsOf = async () => [];
  remove = nothing;

  begin(_fileId: string, delivery: string, file: string) {
    return {
      add: async (reasons: Parameters<ReturnType<QuarantineStore['begin']>['add']>[0]) => {
        for (const { line, field, rule } of reasons) {
          const key = [delivery, file, field, rule].join('\n');
          const known = this.#found.get(key) ?? { delivery, file, field, rule, rows: 0, lines: [] };
          if (line !== undefined) known.rows += 1;
          if (line !== undefined && known.lines.length < linesTold) known.lines.push(line);
          this.#found.set(key, known);
        }
      },
      keep: nothing,
      discard: nothing,
    };
  }

  all(): CheckedReason[] {
    return [...this.#found.values()].filter(({ rows }) => rows > 0);
  }
}
