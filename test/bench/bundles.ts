import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { environmentOf, type LambdaName, lambdas } from '../../data-contracts/vocabularies/lambdas.ts';
import { bundleAll } from '../../runner/bundle/bundle-lambdas.ts';
import { runBundle } from '../bundles/run-bundle.ts';
import { apiEvent } from '../unit/api/api-event.ts';

/** Starts of each bundle; the median is told. */
const starts = 7;

/** Bytes of a zip archive of the folder: every file deflated, with its two headers, and the archive's end. */
function zipBytes(folder: string): { zip: number; plain: number } {
  let zip = 22;
  let plain = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const name = Buffer.byteLength(path.slice(folder.length + 1));
    zip += deflateRawSync(content, { level: 9 }).length + 30 + 46 + 2 * name;
    plain += content.length;
  }
  return { zip, plain };
}

/** As on AWS, with names of nothing: what is loaded there is loaded, and nothing is asked. */
const environmentOfNothing = (name: LambdaName) => ({
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  ...Object.fromEntries(
    environmentOf(name).map((variable) => [
      variable,
      /ISSUER|URL/.test(variable) ? 'https://issuer.example/keys' : 'none',
    ]),
  ),
});

/** An API refuses whoever has no token; of a job only the start is measured. */
const firstEvents = (name: LambdaName) =>
  lambdas[name].kind === 'api' ? [apiEvent({ path: '/cohorts', body: {} })] : [];

const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const cell = (value: string | number, width: number) => String(value).padStart(width);

console.log(
  `Node ${process.version}; starts: the median of ${starts} fresh processes, Node’s own start left out`,
);
console.log(
  `${'bundle'.padEnd(16)}${['zip KB', 'KB', 'start ms', 'first answer ms'].map((head) => cell(head, 17)).join('')}`,
);
for (const { name, folder } of await bundleAll()) {
  const { zip, plain } = zipBytes(folder);
  const startMs: number[] = [];
  const firstMs: number[] = [];
  for (let count = 0; count < starts; count += 1) {
    const events = firstEvents(name);
    const { milliseconds } = await runBundle({ name, events, environment: environmentOfNothing(name) });
    startMs.push(milliseconds[0]!);
    firstMs.push(milliseconds[1] ?? Number.NaN);
  }
  const figures = [
    Math.round(zip / 1024),
    Math.round(plain / 1024),
    Math.round(middle(startMs)),
    Number.isNaN(firstMs[0]) ? '–' : middle(firstMs).toFixed(1),
  ];
  console.log(`${name.padEnd(16)}${figures.map((figure) => cell(figure, 17)).join('')}`);
}
