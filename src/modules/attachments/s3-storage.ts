import type * as S3 from '@aws-sdk/client-s3';
import type { getSignedUrl as sign } from '@aws-sdk/s3-request-presigner';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { kindOfId } from '../../shared/ids.js';
import { draftName, Incoming, isOlder } from './incoming.js';
import { storageFailure } from './s3-failure.js';
import {
  checkedKey,
  type Delivery,
  type FileElsewhere,
  type FileKey,
  type FileStorage,
  type ReceivedFile,
} from './storage.js';

/** As the configuration has them. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  /** Whether the bucket is named in the path of an address rather than in its host. */
  readonly forcePathStyle: boolean;
  /** Before the name of every object: empty, or ends in a slash. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** For beginning to fetch a file, once our own address has led there. */
const addressLastsSeconds = 60;
/** A transaction waits for it. */
const copyWithinMs = 5_000;
const incomingFolder = '.incoming/';

/**
 * In a bucket: `<operator>/<upload>`, and what is not kept yet in `.incoming/`. A file is whole on our own disk first, so
 * that a slow client occupies no connection to the storage, and what is refused never gets there (ADR 10).
 */
export class S3Storage implements FileStorage {
  readonly #incoming: Incoming;
  #opened: Promise<Opened> | undefined;

  constructor(
    private readonly settings: S3Settings,
    folder: string,
  ) {
    this.#incoming = new Incoming(folder);
  }

  async receive(key: FileKey, source: AsyncIterable<Uint8Array>, now: Date): Promise<ReceivedFile> {
    const target = this.#nameOf(key);
    const draft = await this.#incoming.receive(source, now);
    const remote = `${this.settings.prefix}${incomingFolder}${draftName(now)}`;
    try {
      await this.#put(remote, draft);
    } catch (error) {
      // Whether it arrived is not known.
      await this.#removeLater(remote);
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
    return { keep: () => this.#copy(remote, target), discard: () => this.#removeLater(remote) };
  }

  /** Looked for first: what is gone is told by us, not by the storage. */
  async open(key: FileKey, { method, contentType, contentDisposition, now }: Delivery): Promise<FileElsewhere | null> {
    const { s3, client, sign } = await this.#open();
    const object = { Bucket: this.settings.bucket, Key: this.#nameOf(key) };
    const found = await client.send(new s3.HeadObjectCommand(object)).catch((error: unknown) => {
      if (error instanceof s3.NotFound || error instanceof s3.NoSuchKey) return null;
      throw storageFailure(error);
    });
    if (!found) return null;
    const served = { ...object, ResponseContentType: contentType, ResponseContentDisposition: contentDisposition };
    const command = method === 'HEAD' ? new s3.HeadObjectCommand(served) : new s3.GetObjectCommand(served);
    const options = { expiresIn: addressLastsSeconds, signingDate: now };
    return { address: await sign(client, command, options) };
  }

  async remove(key: FileKey): Promise<void> {
    await this.#remove(this.#nameOf(key));
  }

  async operators(): Promise<string[]> {
    const names: string[] = [];
    for await (const { CommonPrefixes = [] } of this.#list({ Prefix: this.settings.prefix, Delimiter: '/' })) {
      names.push(...CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(this.settings.prefix.length, -1)));
    }
    return names.filter((name) => kindOfId(name) === 'operator');
  }

  async removeUnfinished(before: Date): Promise<void> {
    await this.#incoming.removeBefore(before);
    const folder = `${this.settings.prefix}${incomingFolder}`;
    for await (const { Contents = [] } of this.#list({ Prefix: folder })) {
      for (const { Key = '' } of Contents) if (isOlder(Key.slice(folder.length), before)) await this.#remove(Key);
    }
  }

  async #put(name: string, file: string): Promise<void> {
    const { s3, client } = await this.#open();
    const { size } = await stat(file);
    const Body = createReadStream(file);
    const object = { Bucket: this.settings.bucket, Key: name, ContentLength: size, Body };
    await client
      .send(new s3.PutObjectCommand(object))
      .catch(refuse)
      .finally(() => Body.destroy());
  }

  async #copy(from: string, to: string): Promise<void> {
    const { s3, client } = await this.#open();
    const { bucket } = this.settings;
    const source = `${bucket}/${from.split('/').map(encodeURIComponent).join('/')}`;
    const command = new s3.CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: source });
    await client.send(command, { abortSignal: AbortSignal.timeout(copyWithinMs) }).catch(refuse);
  }

  async #remove(name: string): Promise<void> {
    const { s3, client } = await this.#open();
    await client.send(new s3.DeleteObjectCommand({ Bucket: this.settings.bucket, Key: name })).catch(refuse);
  }

  /** What cannot be removed now is so old in a day that the sweep does it. */
  #removeLater(name: string): Promise<void> {
    return this.#remove(name).catch(() => undefined);
  }

  async *#list(what: { readonly Prefix: string; readonly Delimiter?: string }) {
    const { s3, client } = await this.#open();
    const pages = s3.paginateListObjectsV2({ client }, { Bucket: this.settings.bucket, ...what });
    try {
      yield* pages;
    } catch (error) {
      throw storageFailure(error);
    }
  }

  #nameOf(key: FileKey): string {
    const { operatorId, id } = checkedKey(key);
    return `${this.settings.prefix}${operatorId}/${id}`;
  }

  #open(): Promise<Opened> {
    return (this.#opened ??= openClient(this.settings));
  }
}

interface Opened {
  readonly s3: typeof S3;
  readonly client: S3.S3Client;
  readonly sign: typeof sign;
}

/** The library is loaded when it is first needed: who keeps files on a disk starts without it. */
async function openClient(settings: S3Settings): Promise<Opened> {
  const [s3, { getSignedUrl }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/s3-request-presigner'),
  ]);
  const client = new s3.S3Client({
    region: settings.region,
    ...(settings.endpoint !== null && { endpoint: settings.endpoint }),
    forcePathStyle: settings.forcePathStyle,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // Not every service that speaks like S3 knows Amazon's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 3_000,
      socketTimeout: 10_000,
      requestTimeout: 60_000,
      throwOnRequestTimeout: true,
    },
  });
  return { s3, client, sign: getSignedUrl };
}

function refuse(error: unknown): never {
  throw storageFailure(error);
}
