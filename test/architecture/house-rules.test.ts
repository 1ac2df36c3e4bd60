import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lambdaNames } from '../../data-contracts/vocabularies/lambdas.ts';
import { type Import, importsOf, root, sourceFiles } from './imports.ts';

const files = sourceFiles(
  'data-contracts',
  'models',
  'wording',
  'functions',
  'infra',
  'runner',
  'web',
).sort();
const imports = files.flatMap(importsOf);

interface HouseRule {
  readonly room: string;
  readonly mayImport: readonly RegExp[];
  /** What it may know by `import type` alone. */
  readonly mayKnow?: readonly RegExp[];
  readonly because: string;
}

const ownScience = /^models\/[a-z-]+\/|^(ml-matrix|simple-statistics|pure-rand)$/;
const rules: readonly HouseRule[] = [
  {
    room: 'data-contracts/',
    mayImport: [/^data-contracts\//, /^zod$/],
    because: 'the words everybody shares must depend on nobody',
  },
  {
    room: 'models/risk/',
    mayImport: [ownScience, /^data-contracts\//, /^@tensorflow\//],
    because: 'the network is science: numbers in, numbers out',
  },
  {
    room: 'models/',
    mayImport: [ownScience],
    because: 'science has no input or output, no clock and no cloud',
  },
  {
    room: 'wording/',
    mayImport: [/^(wording|data-contracts)\//, /^intl-messageformat$/],
    mayKnow: [/^functions\/core\//],
    because: 'answers are put into words on a server, on a terminal and in a page alike',
  },
  {
    room: 'functions/core/',
    mayImport: [
      /^functions\/core\//,
      /^data-contracts\//,
      /^models\/(?!risk\/)/,
      /^node:(buffer|crypto)$/,
      /^zod$/,
    ],
    because: 'use cases know no AWS, no file system, no clock; the network comes through a port',
  },
  {
    room: 'functions/adapters/tensorflow/',
    mayImport: [/^functions\/(core\/ports|adapters)\//, /^models\/risk\//, /^data-contracts\//, /^node:/],
    because: 'this adapter is the network’s port and nothing else',
  },
  {
    room: 'functions/adapters/objects/',
    mayImport: [/^functions\/(core|adapters\/objects)\//, /^data-contracts\//, /^(node:crypto|zod)$/],
    because: 'what is kept is kept alike in a folder, in memory and in S3',
  },
  ...['athena', 's3', 'kms', 'sfn'].map((service) => ({
    room: `functions/adapters/${service}/`,
    mayImport: [
      /^functions\/(core|adapters)\//,
      /^data-contracts\//,
      /^node:/,
      new RegExp(`^@aws-sdk/(client-${service}${service === 's3' ? '|lib-storage' : ''})$`),
    ],
    because: 'an adapter does one port with one technology, and knows one service of AWS',
  })),
  {
    room: 'functions/adapters/',
    mayImport: [
      /^functions\/(core|adapters)\//,
      /^data-contracts\//,
      /^node:/,
      /^(@duckdb\/node-api|csv-parse|csv-stringify|highs|jose)$|^@aws-lambda-powertools\//,
    ],
    because: 'an adapter does one port with one technology',
  },
  {
    room: 'functions/homes/',
    mayImport: [/^functions\/(core|adapters|homes)\//, /^data-contracts\//, /^(node:|zod$)/],
    because: 'a home puts an adapter behind each port, and nothing else',
  },
  {
    room: 'functions/http/',
    mayImport: [
      /^functions\/(core|http)\//,
      /^data-contracts\//,
      /^(@middy\/[a-z-]+|aws-lambda|node:crypto|zod)$/,
    ],
    because: 'how a request becomes a question and an answer a response is the same for every API',
  },
  {
    room: 'functions/',
    mayImport: [/^(functions|wording|data-contracts)\//, /^@middy\//, /^zod$/],
    because: 'a Lambda is thin wires around the core',
  },
  {
    room: 'infra/',
    mayImport: [
      /^infra\//,
      /^data-contracts\//,
      /^(aws-cdk-lib|constructs|cdk-nag|zod)$/,
      /^node:(fs|path)$/,
    ],
    because: 'names, permissions and schedules, and no behaviour',
  },
  {
    room: 'web/charts/',
    mayImport: [/^web\/charts\//, /^(@observablehq\/plot|linkedom)$/],
    because: 'a chart is given numbers, texts and formats, and knows nothing else',
  },
  {
    room: 'runner/',
    mayImport: [
      /^(runner|functions|wording|web\/charts|data-contracts|models)\//,
      /^(?!aws-|@aws-|constructs)[^/]+/,
    ],
    because: 'one machine runs the same handlers and needs no cloud',
  },
];

const brokenBy = ({ room, mayImport, mayKnow = [] }: HouseRule, { from, to, isOfTypes }: Import) =>
  from.startsWith(room) && ![...mayImport, ...(isOfTypes ? mayKnow : [])].some((allowed) => allowed.test(to));

describe('the house', () => {
  for (const rule of rules) {
    it(`${rule.room} imports only what it may: ${rule.because}`, () => {
      const governed = imports.filter(({ from }) => from.startsWith(rule.room));
      const moreParticular = rules.filter(
        (other) => other.room !== rule.room && other.room.startsWith(rule.room),
      );
      const broken = governed
        .filter(({ from }) => !moreParticular.some((other) => from.startsWith(other.room)))
        .filter((one) => brokenBy(rule, one));
      expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    });
  }

  it('what pages may enter loads nothing of Node and nothing of the service', () => {
    const loaded = new Set(files.filter((file) => /^(wording|web)\//.test(file)));
    // what is added while they are gone through is gone through too
    for (const file of loaded)
      for (const { to, isPackage, isOfTypes } of file.endsWith('.json') ? [] : importsOf(file))
        if (!isOfTypes && (!isPackage || to.startsWith('node:'))) loaded.add(to);
    expect(loaded.size).toBeGreaterThan(30);
    expect([...loaded].filter((file) => /^(node:|functions\/|runner\/|infra\/)/.test(file))).toEqual([]);
  });

  it('sees a broken rule when there is one', () => {
    const forbidden: Import = {
      from: 'functions/core/x.ts',
      to: 'node:fs',
      isPackage: true,
      isOfTypes: false,
    };
    expect(rules.some((rule) => brokenBy(rule, forbidden))).toBe(true);
    expect(imports.length).toBeGreaterThan(50);
  });

  it('every relative import leads to a file', () => {
    const lost = imports.filter(({ to, isPackage }) => !isPackage && !existsSync(join(root, to)));
    expect(lost.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('a Lambda’s folder holds index, handler, container and config, and nothing else', () => {
    const parts = ['config.ts', 'container.ts', 'handler.ts', 'index.ts'];
    for (const name of lambdaNames) {
      const own = files.filter((file) => file.startsWith(`functions/${name}/`));
      expect(own).toEqual(parts.map((part) => `functions/${name}/${part}`));
    }
  });

  it('a folder of functions is a Lambda or one of four rooms', () => {
    const folders = files.flatMap((file) => /^functions\/([^/]+)\//.exec(file)?.[1] ?? []);
    const rooms = ['adapters', 'core', 'homes', 'http'];
    expect([...new Set(folders)].sort()).toEqual([...rooms, ...lambdaNames].sort());
  });

  it('only a Lambda’s container reaches for adapters and wording, and only its config’s words are read at its start', () => {
    const reaching = imports.filter(({ from, to }) => {
      const isLambda = lambdaNames.some((name) => from.startsWith(`functions/${name}/`));
      return (
        isLambda &&
        /^(functions\/(adapters|homes)|wording)\//.test(to) &&
        !/\/(container|config)\.ts$/.test(from)
      );
    });
    expect(reaching.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const readers = files.filter(
      (file) => /^functions\//.test(file) && /process\.env\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    const indexes = lambdaNames.map((name) => `functions/${name}/index.ts`);
    expect(readers.sort()).toEqual([...indexes, 'functions/homes/folder-home-keys.ts'].sort());
  });

  it('asks the consent ledger and the register of relationships in the release gate alone', () => {
    const ofTheGate = [
      'functions/core/ports/consent-ledger.ts',
      'functions/core/ports/relationship-register.ts',
      'functions/core/release/release-in-order.ts',
      'functions/core/release/audit-decisions.ts',
      'functions/core/release/consent-as-of.ts',
    ];
    // whose subject is the ledger itself: who keeps it, what people ask of it, and whether it is whole
    const ofTheLedger = /^functions\/core\/(release|consent|rights|verify|ports)\//;
    const asking = imports.filter(
      ({ from, to }) =>
        from.startsWith('functions/core/') && ofTheGate.includes(to) && !ofTheLedger.test(from),
    );
    expect(asking.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  for (const house of ['functions/core/', 'functions/adapters/', 'functions/', 'models/', 'runner/']) {
    it(`has no cycles between the folders of ${house}`, () => {
      const arrows = imports
        .map(({ from, to }) => ({ from: roomOf(house, from), to: roomOf(house, to) }))
        .filter((arrow): arrow is { from: string; to: string } => Boolean(arrow.from && arrow.to))
        .filter(({ from, to }) => from !== to);
      const rooms = [...new Set(arrows.map(({ from }) => from))];
      expect(rooms.length).toBeGreaterThan(0);
      expect(firstCycle(rooms, (room) => targetsOf(arrows, room))).toBeUndefined();
    });
  }

  it('what is kept in objects is written through one place, which reads it first as it will be read', () => {
    const rooms = files.filter((file) => file.startsWith('functions/adapters/objects/'));
    const writing = /\.put(IfAbsent|IfMatch)?\(/;
    const writers = rooms.filter((file) => writing.test(readFileSync(join(root, file), 'utf8')));
    const because = {
      'functions/adapters/objects/memory-objects.ts': 'is a store',
      'functions/adapters/objects/object-publication-store.ts': 'the bytes of a station’s own files',
      'functions/adapters/objects/object-store.ts': 'forwards to another store',
      'functions/adapters/objects/readable-objects.ts': 'the one place',
    };
    expect(writers).toEqual(Object.keys(because));
    const bytes = readFileSync(join(root, Object.keys(because)[1]!), 'utf8');
    expect(bytes.match(new RegExp(writing, 'g'))).toHaveLength(1);
    const elsewhere = files.filter(
      (file) =>
        /^functions\/(core|homes|http|[a-z-]+-api)\//.test(file) &&
        /\.(putIfAbsent|putIfMatch)\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has no cycles', () => {
    const known = new Map(files.map((file) => [file, importsOf(file).filter(({ isPackage }) => !isPackage)]));
    expect(firstCycle(files, (file) => (known.get(file) ?? []).map(({ to }) => to))).toBeUndefined();
  });

  it('has every test that the guides name', () => {
    const guides = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md'));
    const texts = ['README.md', ...guides.map((name) => `docs/guide/${name}`)].map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const named = texts.flatMap((text) => [...text.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path!));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    const all = [...files, ...sourceFiles('test')];
    const long = all.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });
});

/** The folder of a house in which a file is; undefined: in another house, or in none of its folders. */
const roomOf = (house: string, file: string) =>
  file.startsWith(house) ? /^([^/]+)\//.exec(file.slice(house.length))?.[1] : undefined;

const targetsOf = (arrows: readonly { readonly from: string; readonly to: string }[], from: string) => [
  ...new Set(arrows.filter((arrow) => arrow.from === from).map(({ to }) => to)),
];

/** Depth-first search; the first cycle found, as names. */
function firstCycle(
  names: readonly string[],
  targets: (name: string) => readonly string[],
): string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const to of targets(name)) {
      const cycle = visit(to, [...path, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of names) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
