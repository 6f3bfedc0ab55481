import type { EntityManager } from '@mikro-orm/postgresql';
import { InboxMessageEntity } from '../../src/modules/actions/delivery.entity.js';
import { OccurrenceEntity, type OccurrenceRow } from '../../src/modules/occurrences/occurrence.entity.js';
import type { StreamFacets } from '../../src/modules/occurrences/state.js';
import { BeneficiaryEntity } from '../../src/modules/people/index.js';
import { ProtocolEntity, ProtocolTypeEntity } from '../../src/modules/protocols/protocol.entity.js';
import { OccurrenceTypeEntity, StatusEntity } from '../../src/modules/workflow/workflow.entity.js';
import type { Database } from '../../src/platform/database/database.js';
import { appendEvent, type StoredEvent } from '../../src/platform/events/index.js';
import { newId } from '../../src/shared/ids.js';

const statusKeys = ['solicitado', 'em_analise', 'auditoria', 'fechado'] as const;
export type StatusKey = (typeof statusKeys)[number];

/** A configuration and a member for tests that write the log themselves, past the services. "auditoria" is hidden. */
export class LogWriter {
  readonly statuses: Record<StatusKey, string>;
  readonly typeId: string;
  readonly beneficiaryId: string;

  private constructor(
    readonly database: Database,
    readonly operatorId: string,
    private readonly now: Date,
  ) {
    this.typeId = newId('occurrenceType', now);
    this.beneficiaryId = newId('beneficiary', now);
    this.statuses = Object.fromEntries(statusKeys.map((key) => [key, newId('status', now)])) as Record<
      StatusKey,
      string
    >;
  }

  static async create(database: Database, operatorId: string, now: Date): Promise<LogWriter> {
    const writer = new LogWriter(database, operatorId, now);
    await database.transaction({ operatorId }, (em) => writer.#configure(em));
    return writer;
  }

  /** Opens an occurrence; its event is the first of it. */
  async open(status: StatusKey = 'solicitado', beneficiaryId = this.beneficiaryId): Promise<StoredEvent> {
    const { operatorId, now, database } = this;
    const id = newId('occurrence', now);
    const number = `${operatorId}-${id}`;
    return database.transaction({ operatorId }, async (em) => {
      em.create(ProtocolEntity, { operatorId, number, protocolTypeId: null, issuedAt: now });
      await em.flush();
      const occurrence = em.create(OccurrenceEntity, {
        ...empty,
        operatorId,
        id,
        protocolNumber: number,
        version: 1,
        typeId: this.typeId,
        statusId: this.statuses[status],
        lastShownStatusId: status === 'auditoria' ? null : this.statuses[status],
        description: 'Consulta de março',
        requesterId: beneficiaryId,
        beneficiaryId,
        createdAt: now,
        updatedAt: now,
        closedAt: status === 'fechado' ? now : null,
      });
      await em.flush();
      const payload = { kind: 'CREATED', statusId: occurrence.statusId, channel: 'APP', intakeEntry: null };
      return this.#append(em, occurrence, payload, null);
    });
  }

  /** Moves it to another status, as the next of its events. */
  async move(occurrenceId: string, status: StatusKey, assignedTo?: string): Promise<StoredEvent> {
    const { operatorId, database, now } = this;
    return database.transaction({ operatorId }, async (em) => {
      const occurrence = await this.#hold(em, occurrenceId);
      const before = this.#facets(occurrence);
      occurrence.version += 1;
      occurrence.statusId = this.statuses[status];
      if (status !== 'auditoria') occurrence.lastShownStatusId = occurrence.statusId;
      occurrence.closedAt = status === 'fechado' ? now : null;
      if (assignedTo !== undefined) occurrence.attendantId = assignedTo;
      await em.flush();
      const payload = { kind: 'STATUS_CHANGED', from: before.statusId, to: occurrence.statusId, comment: null };
      return this.#append(em, occurrence, { ...payload, denialBasis: null, assignedTo: assignedTo ?? null }, before);
    });
  }

  /** What lands in the inbox of its requester with an event. */
  async landWith(occurrenceId: string, title: string): Promise<StoredEvent> {
    const { operatorId, database, now } = this;
    return database.transaction({ operatorId }, async (em) => {
      const occurrence = await this.#hold(em, occurrenceId);
      em.create(InboxMessageEntity, {
        operatorId,
        id: newId('inboxMessage', now),
        beneficiaryId: occurrence.requesterId,
        occurrenceId,
        title,
        body: '',
        createdAt: now,
        readAt: null,
      });
      occurrence.version += 1;
      await em.flush();
      return this.#append(em, occurrence, { kind: 'REOPENED' }, this.#facets(occurrence));
    });
  }

  /** An internal note: an event that changes nothing that filters ask about. */
  async remark(occurrenceId: string): Promise<StoredEvent> {
    const { operatorId, database, now } = this;
    return database.transaction({ operatorId }, async (em) => {
      const occurrence = await this.#hold(em, occurrenceId);
      occurrence.version += 1;
      await em.flush();
      const payload = { kind: 'NOTE_ADDED', noteId: newId('note', now), visibility: 'INTERNAL' };
      return this.#append(em, occurrence, payload, this.#facets(occurrence));
    });
  }

  /** Others who change it wait until this transaction is over. */
  async #hold(em: EntityManager, id: string): Promise<OccurrenceRow> {
    const { operatorId } = this;
    await em.execute('select 1 from occurrence where operator_id = ? and id = ? for update', [operatorId, id]);
    return em.findOneOrFail(OccurrenceEntity, { operatorId, id });
  }

  #append(
    em: EntityManager,
    occurrence: OccurrenceRow,
    payload: { kind: string } & Record<string, unknown>,
    before: StreamFacets | null,
  ): Promise<StoredEvent> {
    return appendEvent(em, this.operatorId, {
      id: newId('event', this.now),
      occurrenceId: occurrence.id,
      version: occurrence.version,
      kind: payload.kind,
      occurredAt: this.now,
      actorKind: 'SYSTEM',
      actorId: null,
      actorName: 'sistema',
      payload,
      before: before && { ...before },
      after: { ...this.#facets(occurrence) },
    });
  }

  #facets(occurrence: OccurrenceRow): StreamFacets {
    return {
      statusId: occurrence.statusId,
      attendantId: occurrence.attendantId ?? null,
      closed: occurrence.statusId === this.statuses.fechado,
      shown: occurrence.statusId !== this.statuses.auditoria,
      lastShownStatusId: occurrence.lastShownStatusId ?? null,
      slaState: null,
      regulatoryState: null,
    };
  }

  async #configure(em: EntityManager): Promise<void> {
    const { operatorId, now, typeId } = this;
    const protocolTypeId = newId('protocolType', now);
    em.create(ProtocolTypeEntity, {
      operatorId,
      id: protocolTypeId,
      key: 'ans',
      name: 'ANS',
      numbering: 'ANS',
      prefix: null,
      active: true,
    });
    await em.flush();
    em.create(OccurrenceTypeEntity, {
      operatorId,
      id: typeId,
      key: 'reembolso',
      name: 'Reembolso',
      protocolTypeId,
      sla: null,
      regulatoryKind: null,
      regulatoryRules: [],
      viewMode: 'REQUEST',
      chat: null,
      allowsAttendance: true,
      intakeFormId: null,
      active: true,
    });
    await em.flush();
    for (const [displayOrder, key] of statusKeys.entries()) {
      em.create(StatusEntity, {
        ...plainStatus,
        operatorId,
        id: this.statuses[key],
        typeId,
        key,
        internalDescription: key,
        externalDescription: key,
        isDefault: key === 'solicitado',
        startsAttendance: key === 'em_analise',
        showInHistory: key !== 'auditoria',
        closes: key === 'fechado',
        displayOrder,
      });
    }
    em.create(BeneficiaryEntity, {
      operatorId,
      id: this.beneficiaryId,
      subject: 'ana',
      membershipNumber: null,
      name: 'Ana',
      searchName: 'ana',
      email: null,
      phone: null,
      holderId: null,
      createdAt: now,
    });
    await em.flush();
  }
}

const empty = {
  channel: 'APP',
  attendantId: null,
  featureId: null,
  regulatoryKind: null,
  intake: null,
  intakeFormId: null,
  intakeFormVersion: null,
  denialReason: null,
  denialProvision: null,
  nextDueAt: null,
  attendanceStartedAt: null,
  resolvedAt: null,
  answeredAt: null,
  sla: null,
  regulatoryAnswer: null,
} as const;

const plainStatus = {
  category: 'IN_PROGRESS' as const,
  color: '#1D4ED8',
  resolves: false,
  pausesSla: false,
  conclusive: false,
  requiresComment: false,
  requiresDenialBasis: false,
  active: true,
  nextStatusIds: null,
  allowedRoles: ['ATTENDANT' as const],
};
