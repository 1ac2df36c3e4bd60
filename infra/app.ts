import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { lambdaNames } from '../data-contracts/vocabularies/lambdas.ts';
import { countyStacks } from './county-stacks.ts';
import { readSettings, UnusableSettings } from './read-settings.ts';

const root = resolve(import.meta.dirname, '..');
const bundleOf = (lambda: string) => join(root, 'dist/lambda', lambda);
const pages = join(root, 'dist/web');

const app = new App();
const missing = lambdaNames.filter((name) => !existsSync(bundleOf(name)));
if (missing.length > 0)
  throw new UnusableSettings(`dist/lambda: no bundle of ${missing.join(', ')}; run npm run bundle first`);
const settings = readSettings(app.node.tryGetContext('county') ?? 'pohjanmaa');
countyStacks(app, settings, {
  bundleOf,
  pagesFolder: existsSync(join(pages, 'index.html')) ? pages : undefined,
});
