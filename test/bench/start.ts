import { measureRun, programs } from './measured-run.ts';

const starts = 5;

const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Runs a command from its bundle and by tsx in turn, and prints the processor seconds of both, side by side. */
export async function reportStart(words: readonly string[], title = words.join(' ')): Promise<void> {
  await measureRun(words); // makes the bundle, where there is none
  const measured = { bundle: [] as number[], tsx: [] as number[] };
  for (let count = 0; count < starts; count += 1)
    for (const way of ['bundle', 'tsx'] as const)
      measured[way].push((await measureRun(words, programs[way])).processorSeconds);
  const [bundle, tsx] = [middle(measured.bundle), middle(measured.tsx)];
  const figures = [bundle.toFixed(2), tsx.toFixed(2), (tsx / bundle).toFixed(1)];
  console.log(`${title.padEnd(28)}${figures.map((figure) => figure.padStart(9)).join('')}`);
}

if (import.meta.filename === process.argv[1]) {
  console.log(`Node ${process.version}; processor seconds of a command, the median of ${starts}`);
  console.log(`${''.padEnd(28)}${['bundle', 'by tsx', 'ratio'].map((head) => head.padStart(9)).join('')}`);
  await reportStart(['--help']);
  await reportStart(['cohort', '--help']);
  const { ENNAKKO_HOME: home } = process.env;
  if (home) await reportStart(['--home', home, 'cohort', '--size', '500'], 'cohort --size 500');
  else console.log('cohort --size 500: skipped, ENNAKKO_HOME names no home with scores');
}
