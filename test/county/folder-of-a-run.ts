import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a run of tests has the county that they share. */
    countyFolder: string;
  }
}

/** A folder of this run of tests, gone after it; the county in it is made by whoever asks for it first. */
export default function folderOfARun(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ennakko-county-'));
  project.provide('countyFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
