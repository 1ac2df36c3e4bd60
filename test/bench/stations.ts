/**
 * `npm run bench`: every station on simulated counties of 10,000 and 100,000 clients, each in a process of
 * its own: rows a second, peak memory, and how the time grows with ten times the clients.
 * `npm run bench -- --million` adds 1,000,000.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MeasuredRun, measureRun } from './measured-run.ts';
import { plainScanSeconds } from './plain-scan.ts';
import { reportStart } from './start.ts';

interface Measured extends MeasuredRun {
  readonly station: string;
  readonly rows: number;
}

const read = (home: string, path: string) => JSON.parse(readFileSync(join(home, path), 'utf8'));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Each station's words, and how many rows it went through. */
const stations = [
  {
    name: 'simulate',
    words: [],
    rows: (home: string) => sum(Object.values(read(home, 'simulation.json').rows)),
  },
  {
    name: 'ingest',
    words: [],
    rows: (home: string) =>
      sum(
        read(home, 'tables/current.json').summary.files.map((file: { delivered: number }) => file.delivered),
      ),
  },
  {
    name: 'build',
    words: [],
    rows: (home: string) => read(home, 'client-months/older-people/current.json').summary.rows,
  },
  {
    name: 'train',
    words: [],
    rows: (home: string) => read(home, 'models/older-people/current.json').summary.trainingRows,
  },
  {
    name: 'score',
    words: [],
    rows: (home: string) => read(home, 'scores/older-people/current.json').summary.clients,
  },
  {
    name: 'cohort',
    words: ['--size', '500'],
    rows: (home: string) => read(home, 'scores/older-people/current.json').summary.clients,
  },
] as const;

async function measureCounty(clients: number): Promise<Measured[]> {
  const home = mkdtempSync(join(tmpdir(), 'ennakko-bench-'));
  const measured: Measured[] = [];
  try {
    for (const { name, words, rows } of stations) {
      const size = name === 'simulate' ? ['--clients', String(clients)] : [];
      const run = await measureRun(['--home', home, name, ...words, ...size]);
      measured.push({ station: name, rows: rows(home), ...run });
      report(clients, measured.at(-1)!);
    }
    await reportScan(home, measured.find(({ station }) => station === 'build')!);
    const cohort = ['--home', home, 'cohort', '--size', '500'];
    await reportStart(
      cohort,
      '           a cohort’s processor seconds from its bundle, by tsx, their ratio:',
    );
  } finally {
    rmSync(home, { recursive: true });
  }
  return measured;
}

function report(clients: number, { station, rows, seconds, peakMegabytes }: Measured): void {
  const columns = [
    clients.toLocaleString('en').padStart(9),
    station.padEnd(9),
    rows.toLocaleString('en').padStart(12),
    seconds.toFixed(1).padStart(8),
    Math.round(rows / seconds)
      .toLocaleString('en')
      .padStart(10),
    peakMegabytes.toFixed(0).padStart(8),
  ];
  console.log(columns.join('  '));
}

async function reportScan(home: string, build: Measured): Promise<void> {
  const seconds = await plainScanSeconds(home);
  console.log(
    `           build against a plain scan of the same files: ${build.seconds.toFixed(1)} s / ` +
      `${seconds.toFixed(1)} s = ${(build.seconds / seconds).toFixed(1)}`,
  );
}

function reportGrowth(smaller: readonly Measured[], larger: readonly Measured[]): void {
  console.log('\ntime per row with ten times the clients, as a ratio (1 = linear, below 1 = better)');
  for (const [place, { station, rows, seconds }] of smaller.entries()) {
    const after = larger[place]!;
    console.log(`  ${station.padEnd(9)} ${(after.seconds / after.rows / (seconds / rows)).toFixed(2)}`);
  }
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
console.log('  clients  station            rows   seconds      rows/s   peak MB');
const sizes = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
let previous: Measured[] | undefined;
for (const clients of sizes) {
  const measured = await measureCounty(clients);
  if (previous) reportGrowth(previous, measured);
  previous = measured;
}
