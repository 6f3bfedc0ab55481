import { DateTime } from 'luxon';
import type { Recorded } from '../occurrences/index.js';
import type { Operator } from '../operators/index.js';
import type { Beneficiary } from '../people/index.js';
import type { Status } from '../workflow/index.js';
import { deadlineValues } from './deadline-values.js';

export interface ValueSources {
  readonly recorded: Pick<Recorded, 'event' | 'occurrence' | 'type'>;
  readonly operator: Pick<Operator, 'name' | 'timeZone'>;
  readonly requester: Beneficiary;
  readonly beneficiary: Beneficiary;
  readonly status: Status;
  /** null: it has just been created. */
  readonly previousStatus: Status | null;
  /** The newest entry of each tab, by the tab's key. */
  readonly entries: Readonly<Record<string, unknown>>;
  readonly publicUrl: string;
}

/** What the templates and conditions of an action may name. A deadline that there is none of is empty. */
export function templateValues(sources: ValueSources): Record<string, unknown> {
  const { recorded, operator, requester, beneficiary, entries, publicUrl } = sources;
  const { event, occurrence, type } = recorded;
  const comment = event.kind === 'STATUS_CHANGED' ? event.comment : null;
  return {
    protocolo: occurrence.protocolNumber,
    ocorrencia: {
      id: occurrence.id,
      descricao: occurrence.description,
      tipo: type.name,
      criadaEm: DateTime.fromJSDate(occurrence.createdAt, { zone: operator.timeZone }).toFormat('dd/LL/yyyy HH:mm'),
    },
    status: shown(sources.status),
    statusAnterior: shown(sources.previousStatus),
    solicitante: { ...named(requester), email: requester.email ?? '', telefone: requester.phone ?? '' },
    beneficiario: named(beneficiary),
    prazo: deadlineValues(occurrence),
    comentario: comment ?? '',
    operadora: { nome: operator.name },
    link: `${publicUrl}/occurrences/${occurrence.id}`,
    formulario: occurrence.intake ?? {},
    abas: entries,
  };
}

/** Without what people write in their own words and in forms: for what is shown on a lock screen, whenever its template was saved. */
export const withoutFreeText = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...values,
  comentario: '',
  ocorrencia: { ...(values['ocorrencia'] as object), descricao: '' },
  formulario: {},
  abas: {},
});

/** The words that beneficiaries read: actions speak to them. */
const shown = (status: Status | null) => ({
  chave: status?.key ?? '',
  descricao: status?.externalDescription ?? '',
});

const named = ({ name }: Beneficiary) => ({ nome: name, primeiroNome: name.trim().split(/\s+/)[0] ?? '' });
