import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bucketsOf,
  environmentOf,
  type LambdaSpec,
  lambdaNames,
  lambdas,
  type Store,
  stores,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { withQueryEngine } from '../../runner/bundle/bundle-lambdas.ts';

const touching = (store: Store) =>
  lambdaNames.filter((name) => {
    const { reads, writes }: LambdaSpec = lambdas[name];
    return [...reads, ...writes].includes(store);
  });

describe('the list of Lambdas', () => {
  it('lets few open the vault, erasure not among them, and three jobs write to it', () => {
    expect(touching('vault-key')).toEqual(['ingest', 'rotate-keys', 'prevention-api']);
    expect(touching('vault')).toEqual(['ingest', 'erase', 'rotate-keys', 'prevention-api', 'rights-api']);
    expect(
      lambdaNames.filter((name) => (lambdas[name].writes as readonly Store[]).includes('vault')),
    ).toEqual(['ingest', 'erase', 'rotate-keys']);
    // an erasure knows the person by pseudonym alone, and searches deliveries for their identifier
    expect(touching('pseudonym-key')).toEqual(['ingest', 'erase', 'rights-api']);
  });

  it('lets those who tell pseudonyms have the key of their own, and of the planner’s API no other key', () => {
    expect(touching('answers-key')).toEqual(['planner-api', 'rights-api']);
    const { reads }: LambdaSpec = lambdas['planner-api'];
    expect(reads.filter((store) => stores[store] === 'keys')).toEqual(['answers-key']);
  });

  it('gives the query engine’s library to those that read and write files of tables, and to nobody else', () => {
    const opensFiles = lambdaNames.filter((name) =>
      /\bfiles\(\)/.test(
        readFileSync(join(import.meta.dirname, `../../functions/${name}/container.ts`), 'utf8'),
      ),
    );
    expect(opensFiles).toContain('find-hidden-demand');
    expect([...withQueryEngine].sort()).toEqual([...opensFiles].sort());
  });

  it('gives the planner’s API no bucket with identities', () => {
    expect(bucketsOf('planner-api')).toEqual(['lake', 'records', 'audit', 'keys']);
  });

  it('gives the trigger of the sign-in nothing that is kept', () => {
    expect(lambdas['token-claims']).toEqual({ kind: 'trigger', reads: [], writes: [], isQuerying: false });
  });

  it('tells each where its things are', () => {
    expect(environmentOf('publish')).toEqual(['ENNAKKO_LAKE_BUCKET']);
    expect(environmentOf('knowledge-api')).toEqual([
      'ENNAKKO_LAKE_BUCKET',
      'ENNAKKO_RECORDS_BUCKET',
      'ENNAKKO_AUDIT_BUCKET',
      'ENNAKKO_TOKEN_ISSUER',
      'ENNAKKO_TOKEN_AUDIENCE',
      'ENNAKKO_TOKEN_KEYS_URL',
      'ENNAKKO_TOKEN_ROLE_CLAIM',
      'ENNAKKO_TOKEN_UNIT_CLAIM',
      'ENNAKKO_TOKEN_REPRESENTS_CLAIM',
      'ENNAKKO_RETRAINING_STATE_MACHINE',
    ]);
  });
});
