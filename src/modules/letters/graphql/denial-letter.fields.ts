import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { OccurrenceObject, OccurrenceStatusChangedObject } from '../../occurrences/graphql/index.js';
import type { EventPayload, OccurrenceRow } from '../../occurrences/index.js';
import { letterContentType } from '../letter.js';
import { type KeptLetter, lettersLoader } from '../loaders.js';
import { DocumentObject } from './document.type.js';

interface Links {
  /** Makes the short-lived address that a file is downloaded from. */
  readonly attachments: { urlOf(ctx: RequestContext, file: { readonly id: string }): string };
}

const documentOf = ({ attachments }: Links, ctx: RequestContext, letter: KeptLetter | undefined) =>
  letter ? { fileName: letter.fileName, contentType: letterContentType, url: attachments.urlOf(ctx, letter) } : null;

@Resolver(() => OccurrenceObject)
export class OccurrenceDenialLetterFields {
  constructor(private readonly services: Links) {}

  @FieldResolver(() => DocumentObject, {
    nullable: true,
    description:
      'The letter of the denial that stands, in writing with reason and provision (RN 623/2024, art. 14): a PDF in Portuguese, to be read, heard and printed, in the words of that moment. Null where `denialBasis` is; those of earlier denials are in the history.',
  })
  async denialLetter(
    @Root() { id, denialReason }: OccurrenceRow,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentObject | null> {
    return denialReason === null ? null : documentOf(this.services, ctx, (await lettersLoader(ctx).load(id)).at(-1));
  }
}

/** An event as far as its letter is found by it. */
interface Denying {
  readonly occurrenceId: string;
  readonly version: number;
  readonly payload: Pick<Extract<EventPayload, { kind: 'STATUS_CHANGED' }>, 'denialBasis'>;
}

@Resolver(() => OccurrenceStatusChangedObject)
export class StatusChangedDenialLetterFields {
  constructor(private readonly services: Links) {}

  @FieldResolver(() => DocumentObject, {
    nullable: true,
    description: 'The letter of this denial (RN 623/2024, art. 14), if it is one; it stays whatever follows.',
  })
  async denialLetter(
    @Root() { occurrenceId, version, payload }: Denying,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentObject | null> {
    if (payload.denialBasis === null) return null;
    const letters = await lettersLoader(ctx).load(occurrenceId);
    return documentOf(
      this.services,
      ctx,
      letters.find((letter) => letter.version === version),
    );
  }
}
