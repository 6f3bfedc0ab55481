import type { Readable } from 'node:stream';
import type { Database } from '../../platform/database/database.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { Clock } from '../../shared/clock.js';
import { kindOfId, newId } from '../../shared/ids.js';
import { type Result, success } from '../../shared/problem.js';
import type { DenialLetters } from '../letters/index.js';
import { type Attachment, AttachmentEntity, type Upload, UploadEntity } from '../occurrences/index.js';
import { attachmentLimitsOf, loadOperator } from '../operators/index.js';
import { checked } from './content-check.js';
import { removeOrphans } from './remove-orphans.js';
import type { AddressSigner, Purpose } from './signature.js';
import { servedAs } from './served-as.js';
import type { Delivery, FileElsewhere, FileStorage, ReceivedFile } from './storage.js';
import { checkUploadInput, type UploadInput } from './upload-input.js';
import { alreadyStored, fileNotFound } from './upload-refusals.js';

/** How long a signed address lasts. */
const addressLastsMs = 15 * 60_000;

export interface AttachmentParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly storage: FileStorage;
  readonly signer: AddressSigner;
  readonly links: { readonly publicUrl: string };
  readonly letters: Pick<DenialLetters, 'open'>;
}

/** What a signed address leads to: the file, or where a storage of its own gives it out. */
export type Download =
  | (Pick<Delivery, 'contentType' | 'contentDisposition'> & {
      readonly byteSize: number;
      readonly content: Readable | Buffer;
    })
  | FileElsewhere;

/** A place that is promised, and the address to put the file at. */
export interface PromisedUpload {
  readonly uploadId: string;
  readonly uploadUrl: string;
}

/** Files of occurrences: announced, put by a signed address, attached (by the occurrences), fetched by another one. */
export class AttachmentService {
  constructor(private readonly parts: AttachmentParts) {}

  /** Promises a place for a file of the caller. */
  createUpload(ctx: RequestContext, input: UploadInput): Promise<Result<PromisedUpload>> {
    return ctx.write(async (em) => {
      const { operatorId, subject } = ctx.caller;
      const announced = checkUploadInput(input, attachmentLimitsOf(await loadOperator(em, operatorId)));
      if (!announced.ok) return announced;
      const now = ctx.clock.now();
      const id = newId('upload', now);
      const expiresAt = new Date(now.getTime() + addressLastsMs);
      const row = { operatorId, id, subject, ...announced.value, createdAt: now, expiresAt, storedAt: null };
      await em.insert(UploadEntity, row);
      return success({ uploadId: id, uploadUrl: this.#address('upload', operatorId, id, expiresAt) });
    });
  }

  /** The announcement that waits for its file. @throws HttpRefusal where there is none, or the file is there. */
  async awaitedUpload(operatorId: string, id: string): Promise<Upload> {
    const upload = await this.parts.database.transaction({ operatorId }, (em) =>
      em.findOne(UploadEntity, { operatorId, id }),
    );
    if (!upload) throw fileNotFound();
    if (upload.storedAt) throw alreadyStored();
    return upload;
  }

  /** Takes the file in, if it is what was announced. @throws HttpRefusal; then nothing is left of it. */
  async receive(upload: Upload, source: AsyncIterable<Uint8Array>): Promise<void> {
    const { storage, clock } = this.parts;
    const received = await storage.receive(upload, checked(source, upload), clock.now());
    try {
      await this.#keep(upload, received);
    } finally {
      await received.discard();
    }
  }

  /** A fresh address for fetching an attachment or a letter, good for 15 minutes. */
  urlOf(ctx: RequestContext, { id }: Pick<Attachment, 'id'>): string {
    const expiresAt = new Date(this.parts.clock.now().getTime() + addressLastsMs);
    return this.#address('download', ctx.caller.operatorId, id, expiresAt);
  }

  /** @throws HttpRefusal where there is no such attachment or letter, or its file is gone. */
  async open(operatorId: string, id: string, method: Delivery['method']): Promise<Download> {
    return kindOfId(id) === 'letter' ? this.#openLetter(operatorId, id) : this.#openAttachment(operatorId, id, method);
  }

  async #openLetter(operatorId: string, id: string): Promise<Download> {
    const letter = await this.parts.letters.open(operatorId, id);
    if (!letter) throw fileNotFound();
    return { ...servedAs(letter), content: letter.content, byteSize: letter.content.length };
  }

  async #openAttachment(operatorId: string, id: string, method: Delivery['method']): Promise<Download> {
    const attachment = await this.parts.database.transaction({ operatorId }, (em) =>
      em.findOne(AttachmentEntity, { operatorId, id }),
    );
    if (!attachment) throw fileNotFound();
    const { storage, clock } = this.parts;
    const served = servedAs(attachment);
    const delivery = { method, now: clock.now(), ...served };
    const file = await storage.open({ operatorId, id: attachment.uploadId }, delivery);
    if (!file) throw fileNotFound();
    return 'address' in file ? file : { ...served, ...file };
  }

  /** Takes away what was uploaded and never attached. Answers with how many there were. */
  removeOrphans(now: Date): Promise<number> {
    return removeOrphans(this.parts.database, this.parts.storage, now);
  }

  /** The operator that an address is signed for; null where it is not signed for this. */
  operatorOf(purpose: Purpose, id: string, query: unknown): string | null {
    return this.parts.signer.operatorOf(purpose, id, query, this.parts.clock.now());
  }

  /** The row first, which two that come at once cannot both have; the file within, so that it is there if the row says so. */
  async #keep({ operatorId, id }: Upload, received: ReceivedFile): Promise<void> {
    const { database, clock } = this.parts;
    await database.transaction({ operatorId }, async (em) => {
      const taken = await em.nativeUpdate(UploadEntity, { operatorId, id, storedAt: null }, { storedAt: clock.now() });
      if (taken === 0) throw alreadyStored();
      await received.keep();
    });
  }

  #address(purpose: Purpose, operatorId: string, id: string, expiresAt: Date): string {
    const { signer, links } = this.parts;
    return `${links.publicUrl}/attachments/${id}?${signer.sign({ purpose, operatorId, id, expiresAt })}`;
  }
}
