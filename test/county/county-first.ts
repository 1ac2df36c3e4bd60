import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const asksForCounty = ({ moduleId }: TestSpecification) =>
  readFileSync(moduleId, 'utf8').includes('/county/made-county.ts');

/**
 * One who asks for the county begins and makes it. The others who ask come when half of the rest has been run: by then it
 * is made and no worker waits for it, and none of theirs is left for the end.
 */
export class CountyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [makes, ...ask] = sorted.filter(asksForCounty);
    const rest = sorted.filter((file) => !asksForCounty(file));
    const half = Math.ceil(rest.length / 2);
    return [...(makes ? [makes] : []), ...rest.slice(0, half), ...ask, ...rest.slice(half)];
  }
}
