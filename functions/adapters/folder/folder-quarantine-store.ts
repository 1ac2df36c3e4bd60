import { join } from 'node:path';
import type { QuarantineFile, QuarantineReason, QuarantineStore } from '../../core/ports/quarantine-store.ts';
import { PartFile } from './part-file.ts';

const header = 'delivery,file,line,field,rule\n';

/** Quarantine as CSV: `<folder>/<fileId>.csv`, one line a reason; no file when nothing was turned away. */
export class FolderQuarantineStore implements QuarantineStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  begin(fileId: string, delivery: string, fileName: string): QuarantineFile {
    const file = new PartFile(join(this.#folder, `${fileId}.csv`));
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
