import type { EntityManager } from '@mikro-orm/postgresql';
import { FormEntity, FormVersionEntity } from '../../../src/modules/forms/index.js';
import { ProtocolTypeEntity } from '../../../src/modules/protocols/index.js';
import {
  ActionEntity,
  AttendanceTabEntity,
  FeatureEntity,
  OccurrenceTypeEntity,
  StatusEntity,
} from '../../../src/modules/workflow/workflow.entity.js';
import { newId } from '../../../src/shared/ids.js';

/** The ids of a small configuration, by key. */
export interface StoredConfiguration {
  readonly types: Readonly<Record<'reembolso' | 'conversa', string>>;
  readonly statuses: Readonly<
    Record<'solicitado' | 'em_analise' | 'auditoria' | 'negado' | 'pago' | 'aberta' | 'encerrada', string>
  >;
  readonly tabs: Readonly<Record<'dados' | 'parecer' | 'antiga' | 'notas', string>>;
  readonly feature: string;
  readonly form: string;
  readonly action: string;
}

type StatusFlags = Partial<Record<'isDefault' | 'startsAttendance' | 'resolves' | 'closes' | 'conclusive', boolean>> & {
  showInHistory?: boolean;
  requiresComment?: boolean;
  requiresDenialBasis?: boolean;
};

/** A reimbursement with a hidden status and a chat, written past the product. */
export async function storeConfiguration(
  em: EntityManager,
  operatorId: string,
  now: Date,
): Promise<StoredConfiguration> {
  const own = (kind: Parameters<typeof newId>[0]) => ({ operatorId, id: newId(kind, now) });
  const protocolType = em.create(ProtocolTypeEntity, {
    ...own('protocolType'),
    key: 'ans',
    name: 'ANS',
    numbering: 'ANS',
    prefix: null,
    active: true,
  });
  const form = em.create(FormEntity, { ...own('form'), key: 'dados', name: 'Dados', version: 2, active: true });
  await em.flush();
  for (const version of [1, 2]) {
    em.create(FormVersionEntity, {
      operatorId,
      formId: form.id,
      version,
      name: 'Dados',
      schema: { type: 'object', title: `versão ${version}` },
      uiSchema: null,
      createdAt: now,
    });
  }
  const type = (key: string, viewMode: 'REQUEST' | 'CHAT') =>
    em.create(OccurrenceTypeEntity, {
      ...own('occurrenceType'),
      key,
      name: key,
      protocolTypeId: protocolType.id,
      sla: null,
      regulatoryKind: null,
      regulatoryRules: [],
      viewMode,
      chat: null,
      allowsAttendance: true,
      intakeFormId: form.id,
      active: true,
    }).id;
  const types = { reembolso: type('reembolso', 'REQUEST'), conversa: type('conversa', 'CHAT') };
  await em.flush();
  let displayOrder = 0;
  const status = (typeId: string, key: string, flags: StatusFlags = {}) =>
    em.create(StatusEntity, {
      ...own('status'),
      typeId,
      key,
      internalDescription: `${key}, por dentro`,
      externalDescription: `${key}, por fora`,
      category: 'IN_PROGRESS',
      color: '#1D4ED8',
      isDefault: false,
      startsAttendance: false,
      showInHistory: true,
      resolves: false,
      closes: false,
      pausesSla: false,
      conclusive: false,
      requiresComment: false,
      requiresDenialBasis: false,
      displayOrder: displayOrder++,
      active: true,
      nextStatusIds: null,
      allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
      ...flags,
    }).id;
  const statuses = {
    solicitado: status(types.reembolso, 'solicitado', { isDefault: true }),
    em_analise: status(types.reembolso, 'em_analise', { startsAttendance: true }),
    auditoria: status(types.reembolso, 'auditoria', { showInHistory: false, requiresComment: true }),
    negado: status(types.reembolso, 'negado', { resolves: true, conclusive: true, requiresDenialBasis: true }),
    pago: status(types.reembolso, 'pago', { resolves: true, closes: true }),
    aberta: status(types.conversa, 'aberta', { isDefault: true }),
    encerrada: status(types.conversa, 'encerrada', { closes: true }),
  };
  await em.flush();
  const tab = (key: string, fields: { visible?: boolean; required?: boolean; active?: boolean; notes?: boolean }) =>
    em.create(AttendanceTabEntity, {
      ...own('tab'),
      typeId: types.reembolso,
      key,
      name: key,
      content: fields.notes ? 'NOTES' : 'FORM',
      formId: fields.notes ? null : form.id,
      allowsMultipleEntries: true,
      displayMode: 'LIST',
      displayOrder: displayOrder++,
      required: fields.required ?? false,
      requiredForStatusIds: [],
      visibleToBeneficiary: fields.visible ?? false,
      filledByBeneficiary: fields.visible ?? false,
      active: fields.active ?? true,
    }).id;
  const tabs = {
    dados: tab('dados', { visible: true, required: true }),
    parecer: tab('parecer', {}),
    antiga: tab('antiga', { required: true, active: false }),
    notas: tab('notas', { notes: true }),
  };
  const action = em.create(ActionEntity, {
    ...own('action'),
    typeId: types.reembolso,
    statusId: statuses.pago,
    key: 'aviso_pago',
    description: 'aviso - pago',
    kind: 'IN_APP',
    config: { title: 'Pago', body: 'Pago' },
    condition: null,
    active: true,
  }).id;
  const feature = em.create(FeatureEntity, {
    ...own('feature'),
    key: 'reembolso_app',
    name: 'Reembolso',
    typeId: types.reembolso,
  }).id;
  return { types, statuses, tabs, feature, form: form.id, action };
}
