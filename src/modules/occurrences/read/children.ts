import { StoredEventEntity, type StoredEvent } from '../../../platform/events/event.entity.js';
import type { KeyPart } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { type IdKind, kindOfId } from '../../../shared/ids.js';
import { type Message, MessageEntity, type Note, NoteEntity } from '../occurrence.entity.js';
import { sql } from '../sql-condition.js';
import { inBeneficiaryHistorySql } from '../visibility-sql.js';
import { childPages } from './child-pages.js';

const isMember = ({ caller }: RequestContext): boolean => caller.kind === 'BENEFICIARY';

/** What is written, oldest first. */
const byCreation = {
  key: ['created_at', 'id'],
  keyOf: ({ createdAt, id }: { createdAt: Date; id: string }): KeyPart[] => [createdAt.toISOString(), id],
} as const;

const isWrittenKey =
  (kind: IdKind) =>
  ([at, id]: readonly KeyPart[]): boolean =>
    typeof at === 'string' &&
    /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    kindOfId(id) === kind;

export const notePages = childPages<Note>({
  ...byCreation,
  name: 'NOTES',
  table: 'note',
  isKey: isWrittenKey('note'),
  sight: (ctx) => (isMember(ctx) ? sql(`e.visibility = 'PUBLIC'`) : null),
  map: (em, row) => em.map(NoteEntity, row),
});

/** In the order of the log. */
const byVersion = {
  key: ['version'],
  keyOf: ({ version }: { version: number }): KeyPart[] => [version],
  isKey: ([version]: readonly KeyPart[]): boolean => Number.isInteger(version) && Math.abs(Number(version)) < 2 ** 31,
} as const;

export const messagePages = childPages<Message>({
  ...byVersion,
  name: 'MESSAGES',
  table: 'message',
  sight: () => null,
  map: (em, row) => em.map(MessageEntity, row),
});

export const historyPages = childPages<StoredEvent>({
  ...byVersion,
  name: 'HISTORY',
  table: 'occurrence_event',
  sight: (ctx) => (isMember(ctx) ? inBeneficiaryHistorySql(ctx.caller.personId) : null),
  map: (em, row) => em.map(StoredEventEntity, row),
});
