import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Finding } from './finding.ts';

type Made = 'tables' | 'client-months' | 'models' | 'scores' | 'hidden-demand';

/** The command that makes what is published in a folder. */
const makers: Readonly<Record<Made, string>> = {
  tables: 'ingest',
  'client-months': 'build',
  models: 'train',
  scores: 'score',
  'hidden-demand': 'score',
};

/** What is not published before something else has been. */
const madeFrom: Readonly<Record<string, readonly Made[]>> = {
  'client-months': ['tables'],
  scores: ['client-months', 'models'],
  'hidden-demand': ['client-months'],
  monitoring: ['scores'],
};

/** What a line of the log was written of, or just before. */
function restsOn(entry: AuditEntry): Made | undefined {
  if (entry.kind === 'cohort-released' || entry.kind === 'plan-released') return 'scores';
  if (entry.kind !== 'question-closed') return undefined;
  const isOfHidden = entry.useCase === 'ask-hidden-demand' || entry.useCase === 'find-hidden-demand';
  return isOfHidden ? 'hidden-demand' : undefined;
}

/**
 * Folders of publications that are gone whole, which no publication can tell of itself: something was made from them,
 * or the log says that they have been asked, or were about to be written.
 */
export async function checkMissing(
  audit: Pick<AuditLog, 'lines'>,
  paths: ReadonlySet<string>,
): Promise<Finding[]> {
  const published = new Set<string>();
  for (const path of paths)
    if (path.endsWith('/current.json')) published.add(path.slice(0, path.indexOf('/')));
  const expected = new Set<Made>();
  for (const folder of published) for (const one of madeFrom[folder] ?? []) expected.add(one);
  for await (const { entry } of audit.lines()) {
    const made = restsOn(entry);
    if (made) expected.add(made);
  }
  return [...expected]
    .filter((folder) => !published.has(folder))
    .sort()
    .map((where) => ({ code: 'publication-missing', where, command: makers[where] }));
}
