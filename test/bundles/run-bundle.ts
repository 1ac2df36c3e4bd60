import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { LambdaName } from '../../data-contracts/vocabularies/lambdas.ts';

export const root = resolve(import.meta.dirname, '../..');

export interface Invoked {
  /** For each event, what the Lambda gave back, or the error as Step Functions would see it. */
  readonly answers: readonly {
    readonly answer?: unknown;
    readonly error?: { errorType: string; errorMessage: string };
  }[];
  /** Of the start, then of each event. */
  readonly milliseconds: readonly number[];
  /** What it wrote to its log. */
  readonly log: string;
}

export interface BundleRun {
  readonly name: LambdaName;
  readonly events: readonly unknown[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where the bundles are; `dist/lambda` unless told. */
  readonly folder?: string;
  /** Which Node; this one unless told. */
  readonly node?: string;
}

/** Starts a bundle in a fresh process, with nothing of this one's environment, and gives it the events in turn. */
export function runBundle({ name, events, environment, folder, node }: BundleRun): Promise<Invoked> {
  const index = join(folder ?? join(root, 'dist/lambda'), name, 'index.mjs');
  const child = spawn(
    node ?? process.env.ENNAKKO_BUNDLE_NODE ?? process.execPath,
    [join(import.meta.dirname, 'invoke-once.mjs'), pathToFileURL(index).href],
    { env: { TZ: 'UTC', ...environment }, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] },
  );
  const [stdin, stdout, stderr, descriptor3] = child.stdio as unknown as [
    Writable,
    Readable,
    Readable,
    Readable,
  ];
  stdin.end(JSON.stringify(events));
  const [log, faults, told] = [stdout, stderr, descriptor3].map(textOf) as [Text, Text, Text];
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      if (told.text === '') fail(new Error(`${name} did not start (${code}): ${faults.text.slice(-3000)}`));
      else done({ ...JSON.parse(told.text), log: log.text + faults.text });
    });
  });
}

interface Text {
  text: string;
}

function textOf(stream: Readable): Text {
  const read = { text: '' };
  stream.setEncoding('utf8').on('data', (part) => {
    read.text += part;
  });
  return read;
}
