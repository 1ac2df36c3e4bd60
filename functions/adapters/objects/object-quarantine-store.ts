import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { QuarantineFile, QuarantineReason, QuarantineStore } from '../../core/ports/quarantine-store.ts';
import { withDigest } from './digest-beside.ts';
import { HashedObject } from './hashed-object.ts';
import { linesOf as linesIn } from './lines-of.ts';
import { NoSuchObject, type ObjectStore } from './object-store.ts';

const header = 'delivery,file,line,field,rule\n';

/**
 * Quarantine as CSV: `<fileId>.csv`, one line a reason; its digest beside it; no file when nothing was
 * turned away.
 */
export class ObjectQuarantineStore implements QuarantineStore {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  remove(fileId: string): Promise<void> {
    const key = `${fileId}.csv`;
    return withDigest(this.#objects, key, undefined, () => this.#objects.remove([key]));
  }

  async linesOf(fileId: string): Promise<ReadonlySet<number>> {
    const lines = (await this.reasonsOf(fileId)).map(({ line }) => line);
    return new Set(lines.filter((line) => line !== undefined));
  }

  async reasonsOf(fileId: string): Promise<readonly QuarantineReason[]> {
    const reasons: QuarantineReason[] = [];
    try {
      for await (const some of linesIn(this.#objects.read(`${fileId}.csv`)))
        for (const text of some) if (`${text}\n` !== header) reasons.push(reasonIn(text));
    } catch (error) {
      if (!(error instanceof NoSuchObject)) throw error;
    }
    return reasons;
  }

  begin(fileId: string, delivery: string, fileName: string): QuarantineFile {
    const file = new HashedObject(this.#objects, `${fileId}.csv`, true);
    let isBegun = false;
    const csvLine = ({ line, field, rule }: QuarantineReason) =>
      `${delivery},${fileName},${line ?? ''},${field ?? ''},${rule}\n`;
    return {
      async add(reasons) {
        if (reasons.length === 0) return;
        await file.append((isBegun ? '' : header) + reasons.map(csvLine).join(''));
        isBegun = true;
      },
      keep: () => file.keep(),
      discard: () => file.discard(),
    };
  }
}

function reasonIn(text: string): QuarantineReason {
  const [line, field, rule] = text.split(',').slice(2) as [string, string, QuarantineRule];
  return { ...(line !== '' && { line: Number(line) }), ...(field !== '' && { field }), rule };
}
