import { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';
import type { HomeFiles } from '../ports/home-files.ts';
import type { Finding } from './finding.ts';

/** Records of which each stands in a file of its own, by where. */
const contracts = [
  [/^outreach\/lists\/[^/]+\.json$/, OutreachList],
  [/^outreach\/events\/[^/]+\/[^/]+\.json$/, OutreachEvent],
  [/^erasures\/[^/]+\.json$/, Erasure],
] as const;

/** Whether every record can be read as what it is. One that cannot holds up nobody else's, and is told of here. */
export async function* checkRecords(files: HomeFiles, paths: ReadonlySet<string>): AsyncGenerator<Finding> {
  for (const path of [...paths].sort()) {
    const contract = contracts.find(([form]) => form.test(path))?.[1];
    if (contract && !contract.safeParse(await jsonIn(files, path)).success)
      yield { code: 'record-unreadable', where: path.startsWith('erasures/') ? 'erasures' : path };
  }
}

async function jsonIn(files: HomeFiles, path: string): Promise<unknown> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(path)) pieces.push(piece);
    return JSON.parse(Buffer.concat(pieces).toString());
  } catch {
    return undefined;
  }
}
