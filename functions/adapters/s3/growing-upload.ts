import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { GrowingObject } from '../objects/object-store.ts';
import { S3Failed } from './s3-failed.ts';

const partBytes = 8 * 1024 * 1024;

/** An object that is sent in parts as it grows; S3 shows it when the last part is there, or never. */
export class GrowingUpload implements GrowingObject {
  readonly #client: S3Client;
  readonly #at: { readonly Bucket: string; readonly Key: string };
  readonly #removeEarlier: () => Promise<void>;
  #sending: { body: PassThrough; upload: Upload; done: Promise<unknown> } | undefined;

  constructor(
    client: S3Client,
    at: { readonly Bucket: string; readonly Key: string },
    removeEarlier: () => Promise<void>,
  ) {
    this.#client = client;
    this.#at = at;
    this.#removeEarlier = removeEarlier;
  }

  async append(content: string | Uint8Array): Promise<void> {
    const { body, done } = this.#begun();
    if (body.write(content)) return;
    await this.#told(Promise.race([once(body, 'drain'), done]));
  }

  async keep(): Promise<void> {
    if (!this.#sending) return this.#removeEarlier();
    this.#sending.body.end();
    await this.#told(this.#sending.done);
  }

  async discard(): Promise<void> {
    await this.#sending?.upload.abort();
    this.#sending?.body.destroy();
    this.#sending = undefined;
  }

  #begun() {
    if (this.#sending) return this.#sending;
    const body = new PassThrough({ highWaterMark: partBytes });
    const params = { ...this.#at, Body: body };
    const upload = new Upload({ client: this.#client, params, partSize: partBytes, queueSize: 1 });
    const done = upload.done();
    done.catch(() => {});
    this.#sending = { body, upload, done };
    return this.#sending;
  }

  async #told<Answer>(asked: Promise<Answer>): Promise<Answer> {
    try {
      return await asked;
    } catch (error) {
      throw new S3Failed('upload', this.#at.Bucket, error);
    }
  }
}
