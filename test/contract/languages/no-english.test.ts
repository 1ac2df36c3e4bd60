import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../data-contracts/api/index.ts';
import card from '../../../data-contracts/examples/model-card.json' with { type: 'json' };
import { ModelCard } from '../../../data-contracts/schemas/model-card.ts';
import { inLanguage, ruleInLanguage } from '../../../data-contracts/vocabularies/messages/in-language.ts';
import { ruleWords } from '../../../data-contracts/vocabularies/messages/rule-words.ts';
import { cardSummary } from '../../../runner/card-page/card-summary.ts';
import { modelCardPage } from '../../../runner/card-page/model-card-page.ts';
import { commandList } from '../../../runner/command-list.ts';
import { runHere } from '../../e2e/run-here.ts';
import { exampleRequest } from '../../unit/api/api-event.ts';
import { asRole, smallApis } from '../../unit/api/small-apis.ts';
import { englishIn, englishWords } from './english-words.ts';

let english: ReadonlySet<string>;
beforeAll(async () => {
  english = await englishWords();
});

const root = join(import.meta.dirname, '../../..');

const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

/** Of help, without the names of commands and options at the beginnings of its lines and after `ennakko`. */
const withoutTerms = (help: string) =>
  help
    .replace(/^ {2,}[a-z][a-z-]*( \[\p{L}+\]| <\p{L}+>)*( {2,}|$)/gmu, ' ')
    .replace(/(Käyttö|Användning): .*/g, ' ')
    .replace(/\bennakko( [a-z-]+)*/g, ' ')
    .replace(/(sitten|sedan) ingest, build, train, score, cohort/, ' ')
    .replace(/\n {4,}/g, ' ');

describe('the test itself', () => {
  it('finds English words that are planted, in prose and in a table', () => {
    expect(englishIn('Mallin tunnusluvut: expected one of these', english)).toEqual([
      'expected',
      'of',
      'these',
    ]);
    expect(englishIn('│ Kunta │ Probability │', english)).toEqual(['probability']);
    expect(englishIn('Listan outreach list on suljettu', english)).toContain('list');
    expect(
      englishIn('tieto `months_since_rai` puuttuu, anna --client tai thresholdProbability', english),
    ).toEqual([]);
    expect(english.size).toBeGreaterThan(1_000);
  });
});

describe.each(['fi', 'sv'] as const)('in %s there is no English', (language) => {
  const clean = (text: string, of: string) => expect(englishIn(text, english), `${of}\n${text}`).toEqual([]);

  it.each(['', ...Object.keys(commandList)])('in the help of every command: ennakko %s', async (name) => {
    const { out, code } = await runHere(['--language', language, ...[name].filter(Boolean), '--help']);
    expect(code).toBe(0);
    clean(withoutTerms(out), name);
    if (name === '') return;
    for (const [, within] of out.matchAll(/^ {2}([a-z-]+) \[(?:valinnat|alternativ)\]/gm)) {
      const { out: help } = await runHere(['--language', language, name, within!, '--help']);
      clean(withoutTerms(help), `${name} ${within}`);
    }
  });

  it.each([
    ['an unknown command', ['nothing-such']],
    ['an unknown option', ['cohort', '--nothing']],
    ['a mistyped option', ['cohort', '--horizn', '12']],
    ['an option without its value', ['cohort', '--horizon']],
    ['an option that must be given', ['rights', 'access']],
    ['an argument that must be given', ['outreach', 'show']],
    ['an argument too many', ['statistics', 'x', 'y']],
    ['a municipality that there is not', ['cohort', '--municipality', 'Närpiöö']],
    ['an age within a band', ['cohort', '--age-to', '66']],
    ['a number out of range', ['cohort', '--horizon', '0']],
    ['a probability above 1', ['cohort', '--threshold', '2']],
    ['an instant that is none', ['cohort', '--at', 'eilen']],
    ['a role that there is not', ['cohort', '--role', 'chief']],
    ['a budget that is none', ['plan', '--budget', 'paljon']],
    ['places that are none', ['plan', '--budget', '1', '--capacity', 'x']],
    ['a pseudonym that is none', ['rights', 'access', '--client', 'x', '--out', 'y']],
    ['options that exclude each other', ['compare', '--strategies', 'a', '--draws', 'b', '--wtp', '1']],
    ['neither of two options', ['compare']],
    ['nobody named', ['rights', 'access', '--out', '/nowhere/x']],
    ['a home that there is not', ['--home', '/nowhere/home', 'cohort']],
    ['a home with nothing in it', ['--home', root, 'cohort']],
    ['a programme that there is not', ['--home', '/nowhere/home', 'cohort', '--programme', 'x']],
    ['a file that is no JSON', ['consent', 'import-fhir', join(root, 'README.md')]],
    ['a folder that is not empty', ['--home', root, 'backup', '--to', join(root, 'docs')]],
    ['a language that is none, among others', ['cohort', '--age-from', '1']],
  ])('in what is said of %s', async (of, words) => {
    const { err, code } = await runHere(['--language', language, ...words]);
    expect(code).toBeGreaterThan(0);
    expect(err).not.toBe('');
    clean(err.replace(/\bennakko:/, ''), of);
  });

  it('in problem documents: of a request that is not right, of who may not, of what there is not', async () => {
    const apis = await smallApis();
    const headers = { 'accept-language': language };
    for (const { api, operation } of apiRoutes) {
      const example = exampleRequest(operation);
      const body = operation.body && {
        ...(example.body as object),
        colour: 1,
        client: 'x',
        size: -1,
        channel: 'x',
      };
      const ways = [
        { ...example, query: { colour: '1', limit: '0' } },
        ...(body
          ? [
              { ...example, body },
              { ...example, body: {} },
              { ...example, text: '{"a":' },
            ]
          : []),
        { ...example, method: 'PATCH' },
      ];
      for (const asked of ways)
        for (const role of ['planner', 'data-protection-officer', 'prevention-worker'] as const) {
          const sent = { ...asked, headers: { ...('headers' in asked ? asked.headers : {}), ...headers } };
          const { content } = await apis.ask(api, sent, asRole(role));
          if (!String(content?.type).startsWith('/problems/')) continue;
          const { title, detail = '', errors = [] } = content;
          clean(
            [title, detail, ...errors.map((one: { message: string }) => one.message)].join('\n'),
            operation.id,
          );
        }
    }
  });

  it('in a cohort and a plan, at a terminal and as files', () => {
    const golden = (name: string) => readFileSync(join(root, 'test/golden', name), 'utf8');
    for (const ending of ['wide.txt', 'narrow.txt', 'csv']) {
      clean(golden(`cohort/cohort.${language}.${ending}`), `cohort ${ending}`);
      clean(golden(`plan/plan.${language}.${ending}`), `plan ${ending}`);
    }
  });

  it('in the card of a model, as a page and at a terminal', () => {
    const made = ModelCard.parse(card);
    clean(modelCardPage(made, language), 'card');
    clean(cardSummary(made, language).join('\n'), 'summary');
  });

  it('in the letter to a person', async () => {
    const apis = await smallApis();
    const asked = {
      path: '/access-documents',
      body: { identifier: '140238-900F' },
      headers: { 'accept-language': language },
    };
    const { content } = await apis.ask('rights-api', asked);
    expect(content.text).toContain('Ennakko');
    clean(content.text, 'letter');
  });
});

/** What is written in single or backward quotes after something, numbers in the place of values. */
const saidAfter = (folders: readonly string[], before: string) =>
  folders
    .flatMap((folder) => sourcesIn(folder))
    .flatMap((text) => [...text.matchAll(new RegExp(`${before}(['\`])(.+?)\\1[,)\\s]`, 'g'))])
    .map(([, , words]) => words!.replace(/\$\{[^}]+\}/g, '7'));

describe('every message is in the catalogue', () => {
  it.each(['fi', 'sv'] as const)(
    'that the science, and what guards it, refuses a number with: %s',
    (language) => {
      const thrown = saidAfter(['models', 'functions/core'], 'new RangeError\\(\\s*');
      const named = saidAfter(['models'], '(?:refuse|check)\\([^\\n]*, ').map(
        (words) => `x: expected ${words}`,
      );
      const said = [...thrown, ...named].filter((words) => /: expected .*[a-z]{2}/.test(words));
      expect(said.length).toBeGreaterThan(60);
      const left = said.filter((words) => {
        const told = inLanguage(words, language);
        return told === words || englishIn(told.replace(/‘[^’]*’/g, ' '), english).length > 0;
      });
      expect(left).toEqual([]);
      expect(inLanguage('y: expected planted words, got 7', language)).toContain('planted words');
    },
  );

  it('that a contract refuses something with', () => {
    const said = ['data-contracts/schemas', 'data-contracts/api']
      .flatMap((folder) => sourcesIn(folder))
      .flatMap((text) =>
        [...text.matchAll(/(?:\b(?:error|message): |\brelation\(\[[^\]]*\], )'([^']+)'/g)].map(
          ([, words]) => words!,
        ),
      );
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((words) => !(words in ruleWords) && inLanguage(words, 'fi') === words)).toEqual([]);
  });

  it('that a parser of options refuses something with', () => {
    const said = sourcesIn('runner')
      .flatMap((text) => [...text.matchAll(/InvalidArgumentError\(\s*(['`])(.+?)\1/g)])
      .map(([, , words]) => words!.replace(/\$\{[^}]+\}/g, '7'));
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((words) => inLanguage(words, 'sv') === words)).toEqual([]);
  });

  it('that says what is wrong with a table', () => {
    const said = sourcesIn('runner/table')
      .flatMap((text) => [...text.matchAll(/(['`])(expected .+?)\1/g)])
      .map(([, , words]) => words!.replace(/\$\{[^}]+\}/g, '7'));
    expect(said.length).toBeGreaterThan(25);
    expect(said.filter((words) => inLanguage(words, 'sv') === words)).toEqual([]);
  });

  it('that an API refuses a field with', () => {
    const before = String.raw`(?:\brule: |\bbeyond\('\w+', |\? |\n *: )`;
    const said = saidAfter(['functions/http', 'functions/planner-api'], before).filter((words) =>
      /^[a-z7][^:;/]* /.test(words),
    );
    expect(said.length).toBeGreaterThan(4);
    expect(said.filter((words) => ruleInLanguage(words, 'fi') === words)).toEqual([]);
  });

  it('that says why what was asked cannot be done', () => {
    const folders = ['functions/core', 'functions/http', 'functions/adapters', 'wording', 'runner', 'models'];
    // a code may stand before the words
    const said = saidAfter(folders, `new (?:${told})\\(\\s*(?:'[a-z-]+',\\s*)?`);
    expect(said.length).toBeGreaterThan(30);
    const worded = said.filter((words) => /[a-z]{3}/.test(words));
    expect(worded.filter((words) => inLanguage(words, 'sv') === words)).toEqual([]);
  });
});

/** Errors whose messages somebody reads who can mend what they asked for. */
const told = [
  'PlanFault',
  'ConsentOutOfTime',
  'NotAPersonIdentifier',
  'UnknownProgramme',
  'NobodyNamed',
  'UnusableChoice',
  'UnreadableFile',
  'UnusableHome',
  'NothingPublished',
  'ModelWithoutCard',
  'OutreachListNotFound',
  'NoSuchRow',
  'OutreachEventIdTaken',
  'OutreachListClosed',
  'NoErasureRequest',
  'NotErased',
  'ErasureUnderWay',
  'AlreadyErased',
  'AccessRefused',
  'IdentityCodeInWords',
  'IdentityCodeAsRequester',
  'ConsentIdTaken',
  'ConsentSuperseded',
  'NoSuchFault',
  'InvalidJob',
  'TooLittleCoverage',
  'PlanRefused',
  'UnusableKey',
  'NothingToUndo',
  'TooLateToUndo',
  'TokenUsedBefore',
  'TooLittleMemory',
  'UnreadableParquet',
  'OutreachDamaged',
  'IdentityError',
  'NotAsWritten',
  'WouldNotBeRead',
  'AuditLogNotAsAnchored',
  'AnchorContended',
  'ShardsMissing',
  'TooLittleToLearnFrom',
  'DesynpufImportError',
  'OmopImportError',
  'LandingNotSimulated',
  'WorkerEnded',
  'NumericsUnavailable',
].join('|');
