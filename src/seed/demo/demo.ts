import { chatDesk, office } from './calendars.js';
import type { OperatorContent } from './content.js';
import { authorisationRequest, procedure, provider, technicalOpinion } from './forms/authorisation.js';
import { chatClassification, chatIdentification, chatSatisfaction } from './forms/chat.js';
import { denial, document, internalNote } from './forms/common.js';
import { address, contact, personalRegistration } from './forms/registration.js';
import { bankAccount, expense, payment, reimbursementAnalysis, reimbursementRequest } from './forms/reimbursement.js';
import { members, staff } from './people.js';
import { authorisationSamples } from './samples/authorisation.js';
import { chatSamples } from './samples/chat.js';
import { ombudsmanSamples } from './samples/ombudsman.js';
import { registrationSamples } from './samples/registration.js';
import { reimbursementSamples } from './samples/reimbursement.js';
import { authorisation } from './types/authorisation.js';
import { card } from './types/card.js';
import { chat } from './types/chat.js';
import { ombudsman } from './types/ombudsman.js';
import { registration } from './types/registration.js';
import { reimbursement } from './types/reimbursement.js';

/** The invented operator that a newcomer tries the product with. */
export const demo: OperatorContent = {
  slug: 'demo',
  name: 'Operadora Exemplo Saúde (fictícia)',
  ansRegistry: '999991',
  timeZone: 'America/Sao_Paulo',
  staff,
  beneficiaries: members,
  protocolTypes: [
    { key: 'ans_atendimento', name: 'Protocolo de atendimento (padrão ANS)', numbering: 'ANS' },
    { key: 'ouvidoria', name: 'Protocolo da Ouvidoria', numbering: 'ANS' },
  ],
  calendars: [office, chatDesk],
  forms: [
    reimbursementRequest,
    expense,
    bankAccount,
    reimbursementAnalysis,
    payment,
    denial,
    internalNote,
    authorisationRequest,
    procedure,
    document,
    provider,
    technicalOpinion,
    personalRegistration,
    address,
    contact,
    chatIdentification,
    chatClassification,
    chatSatisfaction,
  ],
  occurrenceTypes: [reimbursement, authorisation, registration, chat, card, ombudsman],
  features: [
    { key: 'reembolso', name: 'Pedir reembolso', occurrenceTypeKey: 'reembolso' },
    { key: 'autorizacao', name: 'Pedir autorização', occurrenceTypeKey: 'autorizacao' },
    { key: 'atualizacao_cadastral', name: 'Atualizar cadastro', occurrenceTypeKey: 'atualizacao_cadastral' },
    { key: 'chat', name: 'Falar com um atendente', occurrenceTypeKey: 'chat' },
    { key: 'segunda_via_cartao', name: 'Segunda via do cartão', occurrenceTypeKey: 'segunda_via_cartao' },
    { key: 'ouvidoria_reanalise', name: 'Pedir reanálise à Ouvidoria', occurrenceTypeKey: 'ouvidoria_reanalise' },
  ],
  samples: [
    ...reimbursementSamples,
    ...authorisationSamples,
    ...registrationSamples,
    ...chatSamples,
    ...ombudsmanSamples,
  ],
};
