import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const asksForCounty = ({ moduleId }: TestSpecification) =>
  readFileSync(moduleId, 'utf8').includes('/county/made-county.ts');

/** Whoever asks for the county begins, so that the other tests run while it is made, and none waits for it at the end. */
export class CountyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(asksForCounty), ...sorted.filter((file) => !asksForCounty(file))];
  }
}
