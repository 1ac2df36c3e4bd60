import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  type FolderEntry,
  type GrowingObject,
  joined,
  NoSuchObject,
  type ObjectStore,
  type StoredObject,
} from '../objects/object-store.ts';
import { GrowingUpload } from './growing-upload.ts';
import { S3Failed, statusOf } from './s3-failed.ts';
import { wholeBody } from './whole-body.ts';

export interface S3Place {
  readonly client: S3Client;
  readonly bucket: string;
  /** What keys begin with in the bucket, ended by a slash; absent: nothing. */
  readonly prefix?: string;
}

const keysPerRemoval = 1000;
const conflictAttempts = 8;

/** Objects in a bucket of S3, written whole and with its conditional writes. */
export class S3Objects implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor({ client, bucket, prefix = '' }: S3Place) {
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  async get(key: string): Promise<StoredObject | undefined> {
    try {
      const { chunks, version } = await this.#open(key);
      return { content: await joined(chunks), version };
    } catch (error) {
      if (error instanceof NoSuchObject) return undefined;
      throw error;
    }
  }

  async *read(key: string): AsyncGenerator<Uint8Array> {
    yield* (await this.#open(key)).chunks;
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    await this.#told('put', this.#client.send(new PutObjectCommand({ ...this.#at(key), Body: content })));
  }

  putIfAbsent(key: string, content: Uint8Array): Promise<boolean> {
    return this.#putIf(key, content, { IfNoneMatch: '*' });
  }

  putIfMatch(key: string, content: Uint8Array, version: string): Promise<boolean> {
    return this.#putIf(key, content, { IfMatch: version });
  }

  grow(key: string): GrowingObject {
    return new GrowingUpload(this.#client, this.#at(key), () => this.remove([key]));
  }

  async move(from: string, to: string): Promise<void> {
    const { Bucket, Key } = this.#at(from);
    const source = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
    const copy = new CopyObjectCommand({ ...this.#at(to), CopySource: source });
    await this.#told('copy', this.#client.send(copy));
    await this.remove([from]);
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += keysPerRemoval) {
      const some = keys.slice(from, from + keysPerRemoval).map((key) => ({ Key: this.#at(key).Key }));
      const removal = new DeleteObjectsCommand({
        Bucket: this.#bucket,
        Delete: { Objects: some, Quiet: true },
      });
      const { Errors: [first] = [] } = await this.#told('delete', this.#client.send(removal));
      if (first) throw new S3Failed('delete', this.#bucket, { name: first.Code ?? 'unknown' });
    }
  }

  async *list(prefix: string, after?: string): AsyncGenerator<string> {
    const pages = this.#pages({
      Prefix: this.#prefix + prefix,
      ...(after !== undefined && { StartAfter: this.#prefix + after }),
    });
    for await (const { Contents = [] } of pages)
      for (const { Key = '' } of Contents) yield Key.slice(this.#prefix.length);
  }

  async entries(folder: string): Promise<readonly FolderEntry[]> {
    const Prefix = this.#prefix + folder;
    const entries: FolderEntry[] = [];
    for await (const { Contents = [], CommonPrefixes = [] } of this.#pages({ Prefix, Delimiter: '/' })) {
      for (const { Key = '', Size = 0 } of Contents)
        entries.push({ name: Key.slice(Prefix.length), bytes: Size });
      for (const { Prefix: within = '' } of CommonPrefixes)
        entries.push({ name: within.slice(Prefix.length), bytes: 0 });
    }
    // An object called as its folder is how some tools show a folder.
    return entries.filter(({ name }) => name !== '').sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async location(key: string): Promise<string> {
    return `s3://${this.#bucket}/${this.#prefix}${key}`;
  }

  async settle(key: string): Promise<void> {
    await this.#told('head', this.#client.send(new HeadObjectCommand(this.#at(key))));
  }

  /**
   * A writing whose answer was lost is sent again and then meets itself: whose the object is, its metadata says.
   */
  async #putIf(
    key: string,
    content: Uint8Array,
    condition: { readonly IfNoneMatch: string } | { readonly IfMatch: string },
  ): Promise<boolean> {
    const writer = randomUUID();
    const input = { ...this.#at(key), ...condition, Body: content, Metadata: { writer } };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#client.send(new PutObjectCommand(input));
        return true;
      } catch (error) {
        const status = statusOf(error);
        if (status === 412 || (status === 404 && 'IfMatch' in condition))
          return (await this.#writerOf(key)) === writer;
        if (status !== 409 || attempt === conflictAttempts) throw new S3Failed('put', this.#bucket, error);
        await wait(10 * attempt);
      }
    }
  }

  async #writerOf(key: string): Promise<string | undefined> {
    try {
      const head = await this.#told('head', this.#client.send(new HeadObjectCommand(this.#at(key))));
      return head.Metadata?.writer;
    } catch (error) {
      if (error instanceof NoSuchObject) return undefined;
      throw error;
    }
  }

  async #open(key: string) {
    const first = await this.#told('get', this.#client.send(new GetObjectCommand(this.#at(key))));
    const rest = (from: number) =>
      this.#told(
        'get',
        this.#client.send(
          new GetObjectCommand({ ...this.#at(key), Range: `bytes=${from}-`, IfMatch: first.ETag }),
        ),
      );
    const chunks = wholeBody(first, rest, (cause) => new S3Failed('get', this.#bucket, cause));
    return { chunks, version: first.ETag ?? '' };
  }

  async *#pages(input: { Prefix: string; StartAfter?: string; Delimiter?: string }) {
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket, ...input });
    while (true) {
      const { value, done } = await this.#told('list', pages.next());
      if (done) return;
      yield value;
    }
  }

  /** Errors of S3 in our words; without the key, which may hold a pseudonym. */
  async #told<Answer>(what: string, asked: Promise<Answer>): Promise<Answer> {
    try {
      return await asked;
    } catch (error) {
      if (statusOf(error) === 404 && what !== 'list')
        throw new NoSuchObject(`s3: there is no such object in ${this.#bucket}`);
      throw new S3Failed(what, this.#bucket, error);
    }
  }

  #at(key: string) {
    return { Bucket: this.#bucket, Key: this.#prefix + key };
  }
}
