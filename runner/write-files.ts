import { join } from 'node:path';
import { writeWhole } from '../functions/adapters/folder/write-whole.ts';

/** Writes files into a folder by name; where they are. */
export async function writeFiles(files: Readonly<Record<string, string>>, folder: string): Promise<string[]> {
  const paths = [];
  for (const [name, text] of Object.entries(files)) {
    paths.push(join(folder, name));
    await writeWhole(join(folder, name), Buffer.from(text));
  }
  return paths;
}
