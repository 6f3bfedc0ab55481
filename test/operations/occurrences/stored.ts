import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventPayload } from '../../../src/modules/occurrences/events.js';
import {
  AttachmentEntity,
  MessageEntity,
  NoteEntity,
  OccurrenceEntity,
  type OccurrenceRow,
  TabEntryEntity,
  UploadEntity,
} from '../../../src/modules/occurrences/occurrence.entity.js';
import type { StreamFacets } from '../../../src/modules/occurrences/state.js';
import { OperatorEntity } from '../../../src/modules/operators/index.js';
import { BeneficiaryEntity } from '../../../src/modules/people/index.js';
import { ProtocolEntity } from '../../../src/modules/protocols/index.js';
import { StatusEntity } from '../../../src/modules/workflow/workflow.entity.js';
import { appendEvent } from '../../../src/platform/events/log.js';
import { type IdKind, newId } from '../../../src/shared/ids.js';
import { plainText } from '../../../src/shared/plain-text.js';
import type { TestApp } from '../../kit/app.js';
import { type StoredConfiguration, storeConfiguration } from './stored-configuration.js';

export interface Who {
  readonly kind: 'BENEFICIARY' | 'STAFF' | 'SYSTEM';
  readonly id?: string;
  readonly name: string;
}

const carla: Who = { kind: 'STAFF', name: 'Carla' };

export interface NewOccurrence extends Partial<
  Omit<OccurrenceRow, 'operatorId' | 'id' | 'version' | 'statusId' | 'typeId'>
> {
  /** Key of the status; it tells the type, too. */
  readonly status?: keyof StoredConfiguration['statuses'];
  readonly beneficiaryId: string;
}

/** Writes what the tests of reading start from, past the services: rows in every state, whoever could have made them. */
export class Stored {
  constructor(
    readonly app: TestApp,
    readonly operatorId: string,
    readonly configuration: StoredConfiguration,
  ) {}

  static async in(app: TestApp, operator: 'alfa' | 'beta' = 'alfa'): Promise<Stored> {
    const operatorId = app.operators[operator];
    const configuration = await app.database.transaction({ operatorId }, (em) =>
      storeConfiguration(em, operatorId, app.clock.now()),
    );
    return new Stored(app, operatorId, configuration);
  }

  write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.app.database.transaction({ operatorId: this.operatorId }, work);
  }

  /** A member; with a subject they can sign in. */
  async member(
    name: string,
    fields: { subject?: string; membershipNumber?: string; holderId?: string; email?: string; phone?: string } = {},
  ): Promise<string> {
    const { id } = this.#own('beneficiary');
    const columns = { subject: null, membershipNumber: null, holderId: null, email: null, phone: null, ...fields };
    await this.write(async (em) => {
      const createdAt = this.app.clock.now();
      em.create(BeneficiaryEntity, {
        operatorId: this.operatorId,
        id,
        name,
        searchName: plainText(name),
        createdAt,
        ...columns,
      });
    });
    return id;
  }

  /** An attendant who has signed in once. */
  async attendant(subject: string, role: 'attendant' | 'supervisor' | 'configurator' = 'attendant'): Promise<string> {
    const operator = this.operatorId === this.app.operators.alfa ? 'alfa' : 'beta';
    const client = await this.app.client(role, { subject, name: subject, operator });
    return (await client.data('{ viewer { id } }')).viewer.id;
  }

  async hideAttendants(hidesAttendants: boolean): Promise<void> {
    await this.write(async (em) => {
      await em.nativeUpdate(OperatorEntity, { id: this.operatorId }, { hidesAttendants });
    });
  }

  async configureStatus(key: keyof StoredConfiguration['statuses'], change: { showInHistory: boolean }): Promise<void> {
    await this.write(async (em) => {
      const { operatorId } = this;
      await em.nativeUpdate(StatusEntity, { operatorId, id: this.configuration.statuses[key] }, change);
      await em.execute('update operator set configuration_version = configuration_version + 1 where id = ?', [
        operatorId,
      ]);
    });
  }

  /** An occurrence with the event of its creation. */
  async occurrence({ status = 'solicitado', beneficiaryId, ...fields }: NewOccurrence): Promise<OccurrenceRow> {
    const { statuses, types } = this.configuration;
    const now = fields.createdAt ?? this.app.clock.now();
    const { operatorId, id } = this.#own('occurrence');
    const typeId = status === 'aberta' || status === 'encerrada' ? types.conversa : types.reembolso;
    const columns = {
      protocolNumber: id.slice(-20),
      description: 'Consulta de março',
      channel: 'APP' as const,
      requesterId: beneficiaryId,
      createdAt: now,
      updatedAt: now,
      ...fields,
    };
    return this.write(async (em) => {
      const { protocolNumber: number } = columns;
      if ((await em.count(ProtocolEntity, { operatorId, number })) === 0) {
        em.create(ProtocolEntity, { operatorId, number, protocolTypeId: null, issuedAt: now });
        await em.flush();
      }
      const row = em.create(OccurrenceEntity, {
        operatorId,
        id,
        version: 1,
        typeId,
        statusId: statuses[status],
        beneficiaryId,
        ...columns,
      });
      await this.#append(em, row, null, {
        kind: 'CREATED',
        statusId: row.statusId,
        channel: row.channel,
        intakeEntry: null,
      });
      return row;
    });
  }

  /** A further event, with what it changes of the row. */
  async event(
    occurrence: OccurrenceRow,
    payload: EventPayload,
    { who = carla, ...changes }: { who?: Who } & Partial<OccurrenceRow> = {},
  ): Promise<void> {
    await this.write(async (em) => {
      const { operatorId } = this;
      const row = await em.findOneOrFail(OccurrenceEntity, { operatorId, id: occurrence.id });
      const before = await this.#facets(em, row);
      em.assign(row, { ...changes, version: row.version + 1, updatedAt: this.app.clock.now() });
      await this.#append(em, row, before, payload, who);
    });
  }

  /** Moves it, whatever the rules say. */
  async move(
    occurrence: OccurrenceRow,
    to: keyof StoredConfiguration['statuses'],
    details: { who?: Who; comment?: string; assignedTo?: string } = {},
  ): Promise<void> {
    const { statuses } = this.configuration;
    const { statusId: from } = await this.write((em) =>
      em.findOneOrFail(OccurrenceEntity, { operatorId: this.operatorId, id: occurrence.id }),
    );
    const { comment = null, assignedTo = null, who = carla } = details;
    const closedAt = to === 'pago' || to === 'encerrada' ? this.app.clock.now() : null;
    await this.event(
      occurrence,
      { kind: 'STATUS_CHANGED', from, to: statuses[to], comment, denialBasis: null, assignedTo },
      { who, statusId: statuses[to], closedAt, ...(assignedTo && { attendantId: assignedTo }) },
    );
  }

  async note(occurrence: OccurrenceRow, body: string, visibility: 'INTERNAL' | 'PUBLIC', who = carla): Promise<string> {
    const { id } = await this.#child('note', occurrence, who, (em, own) =>
      em.create(NoteEntity, { ...own, body, visibility }),
    );
    await this.event(occurrence, { kind: 'NOTE_ADDED', noteId: id, visibility }, { who });
    return id;
  }

  async message(occurrence: OccurrenceRow, body: string, who = carla): Promise<string> {
    const { id } = await this.#child('message', occurrence, who, async (em, own) => {
      const { version } = await em.findOneOrFail(OccurrenceEntity, { operatorId: own.operatorId, id: occurrence.id });
      return em.create(MessageEntity, { ...own, version: version + 1, body });
    });
    const fromBeneficiary = who.kind === 'BENEFICIARY';
    await this.event(occurrence, { kind: 'MESSAGE_POSTED', messageId: id, fromBeneficiary }, { who });
    return id;
  }

  async entry(
    occurrence: OccurrenceRow,
    tab: keyof StoredConfiguration['tabs'],
    data: object,
    who = carla,
  ): Promise<string> {
    const { tabs, form } = this.configuration;
    const { id } = await this.#child('tabEntry', occurrence, who, (em, own) =>
      em.create(TabEntryEntity, {
        ...own,
        tabId: tabs[tab],
        formId: form,
        formVersion: 1,
        data: { ...data },
        updatedAt: own.createdAt,
      }),
    );
    const visibleToBeneficiary = tab === 'dados';
    await this.event(
      occurrence,
      { kind: 'TAB_ENTRY_SAVED', tabId: tabs[tab], entryId: id, created: true, visibleToBeneficiary },
      { who },
    );
    return id;
  }

  async attachment(
    occurrence: OccurrenceRow,
    fileName: string,
    visibleToBeneficiary: boolean,
    who = carla,
  ): Promise<string> {
    const file = { fileName, contentType: 'application/pdf', byteSize: 5 };
    const { id } = await this.#child('attachment', occurrence, who, async (em, own) => {
      const { operatorId, createdAt } = own;
      const upload = em.create(UploadEntity, {
        operatorId,
        id: newId('upload', createdAt),
        subject: who.name,
        ...file,
        createdAt,
        expiresAt: createdAt,
        storedAt: createdAt,
      });
      await em.flush();
      return em.create(AttachmentEntity, { ...own, ...file, uploadId: upload.id, visibleToBeneficiary });
    });
    const fromBeneficiary = who.kind === 'BENEFICIARY';
    await this.event(
      occurrence,
      { kind: 'ATTACHMENT_ADDED', attachmentId: id, visibleToBeneficiary, fromBeneficiary },
      { who },
    );
    return id;
  }

  /** Ids are in the order of their making. */
  #own(kind: IdKind) {
    this.app.clock.advance(1);
    return { operatorId: this.operatorId, id: newId(kind, this.app.clock.now()) };
  }

  #child<Row>(
    kind: IdKind,
    { id: occurrenceId }: OccurrenceRow,
    who: Who,
    create: (em: EntityManager, own: ReturnType<Stored['ownColumns']>) => Row | Promise<Row>,
  ): Promise<Row> {
    return this.write(async (em) => create(em, this.ownColumns(kind, occurrenceId, who)));
  }

  ownColumns(kind: IdKind, occurrenceId: string, who: Who) {
    const author = { authorKind: who.kind, authorId: who.id ?? null, authorName: who.name };
    return { ...this.#own(kind), occurrenceId, ...author, createdAt: this.app.clock.now() };
  }

  async #append(
    em: EntityManager,
    row: OccurrenceRow,
    before: StreamFacets | null,
    payload: EventPayload,
    who: Who = { kind: 'BENEFICIARY', name: 'Ana Souza' },
  ): Promise<void> {
    const after = await this.#facets(em, row, before);
    row.lastShownStatusId = after.lastShownStatusId;
    await appendEvent(em, this.operatorId, {
      id: newId('event', row.updatedAt),
      occurrenceId: row.id,
      version: row.version,
      kind: payload.kind,
      occurredAt: row.updatedAt,
      actorKind: who.kind,
      actorId: who.id ?? null,
      actorName: who.name,
      payload: { ...payload },
      before: before && { ...before },
      after: { ...after },
    });
  }

  async #facets(em: EntityManager, row: OccurrenceRow, before: StreamFacets | null = null): Promise<StreamFacets> {
    const status = await em.findOneOrFail(StatusEntity, { operatorId: this.operatorId, id: row.statusId });
    return {
      statusId: row.statusId,
      attendantId: row.attendantId ?? null,
      closed: row.closedAt != null,
      shown: status.showInHistory,
      lastShownStatusId: status.showInHistory
        ? row.statusId
        : (before?.lastShownStatusId ?? row.lastShownStatusId ?? null),
      slaState: null,
      regulatoryState: null,
    };
  }
}
