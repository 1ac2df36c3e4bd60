import { join } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { DataOrigin } from '../../data-contracts/schemas/delivery.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import type { Progress } from '../../functions/core/ports/progress.ts';
import { figures } from '../../wording/figures.ts';
import { say as word } from '../../wording/say.ts';
import { openCounty, say } from '../home.ts';

interface Import {
  readonly from: string;
  readonly landing: string;
  readonly origin: DataOrigin;
  readonly language: Language;
  readonly progress: Progress;
}

/** `ennakko import desynpuf <folder>`, `ennakko import omop --from <path>`: outside data become deliveries of our contracts. */
export const importCommand = (command: Command) =>
  command
    .addArgument(new Argument('<format>', 'whose files they are').choices(['desynpuf', 'omop']))
    .argument('[folder]', 'where the files are')
    .option('--from <path>', 'of omop: a folder of CSV or Parquet files, or a DuckDB file')
    .addOption(
      new Option('--origin <origin>', 'of omop: whether the people are real')
        .choices(DataOrigin.options.filter((origin) => origin !== 'simulated'))
        .default('register'),
    )
    .action(async (format: keyof typeof imports, folder: string | undefined, options, command: Command) => {
      const { home, language, progress } = await openCounty(command);
      const from = options.from ?? folder;
      if (from === undefined) throw new InvalidArgumentError('where the files are');
      await imports[format]({
        from,
        landing: join(home, 'landing'),
        origin: options.origin,
        language,
        progress,
      });
    });

const imports = { desynpuf, omop };

async function desynpuf({ from, landing, progress }: Import): Promise<void> {
  const { importDesynpuf } = await import('../importers/desynpuf.ts');
  const { skipped, ...counts } = await importDesynpuf(from, landing, progress);
  for (const [what, count] of Object.entries(counts)) say(`${what.padEnd(12)} ${count.toLocaleString('en')}`);
  for (const [reason, count] of Object.entries(skipped)) say(`left out: ${reason} ${count}`);
}

const mostTold = 20;

async function omop({ language, ...given }: Import): Promise<void> {
  const { importOmop } = await import('../importers/omop/import-omop.ts');
  const { counts, assessments, covered, unmapped } = await importOmop(given, given.progress);
  const words = mappingTexts.omop;
  const { count } = figures(language);
  for (const { what, given, written } of counts)
    say(
      word(words.written, language, {
        what: words.kinds[what][language],
        given: count(given),
        written: count(written),
      }),
    );
  say(word(words.assessments, language, { count: count(assessments) }));
  say(word(words.covered, language, { count: count(covered) }));
  for (const { kind, conceptId, name, occurrences } of unmapped.slice(0, mostTold))
    say(
      `  ${word(words.unmapped, language, { kind: words.unmappedKinds[kind as 'visit'][language], conceptId, name, count: count(occurrences) })}`,
    );
  if (unmapped.length > mostTold)
    say(`  ${word(words.more, language, { count: unmapped.length - mostTold })}`);
}
