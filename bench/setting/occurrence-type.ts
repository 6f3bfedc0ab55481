import type { RequestContext } from '../../src/platform/graphql/context.js';
import { done } from '../../src/seed/done.js';
import type { Services } from '../../src/services.js';

/** A type whose occurrences go to and fro between two statuses, each of which fires an action. */
export async function typeIn(ctx: RequestContext, services: Services) {
  const numbering = { key: 'ans', name: 'Protocolo ANS', numbering: 'ANS' as const };
  const { id: protocolTypeId } = done(await services.protocolTypes.create(ctx, numbering));
  const type = done(
    await services.occurrenceTypes.create(ctx, {
      key: 'reembolso',
      name: 'Solicitação de Reembolso',
      protocolTypeId,
      sla: null,
      viewMode: 'REQUEST',
      allowsAttendance: true,
      statuses: [
        { ...texts('Aguardando triagem', 'Recebemos seu pedido'), key: 'solicitado', isDefault: true },
        { ...texts('Em análise', 'Estamos conferindo'), key: 'em_analise', startsAttendance: true },
        { ...texts('Aguardando documento', 'Envie o recibo'), key: 'aguardando' },
        { ...texts('Pago', 'Pagamento realizado'), key: 'pago', resolves: true, closes: true },
      ],
      actions: (['em_analise', 'aguardando'] as const).map((statusKey) => ({
        key: `push_${statusKey}`,
        description: `push - reembolso - ${statusKey}`,
        statusKey,
        kind: 'PUSH',
        config: { body: 'Protocolo {{protocolo}}: {{status.descricao}}.', deepLink: 'ocorrencia/{{protocolo}}' },
      })),
    }),
  );
  const statusId = (key: string) => type.statuses.find((status) => status.key === key)!.id;
  const actionOn = (status: string) => type.actions.find((action) => action.statusId === status)!.id;
  const statuses = { em_analise: statusId('em_analise'), aguardando: statusId('aguardando') };
  const actions = { em_analise: actionOn(statuses.em_analise), aguardando: actionOn(statuses.aguardando) };
  return { key: type.key, statuses, actions };
}

const texts = (internalDescription: string, externalDescription: string) => ({
  internalDescription,
  externalDescription,
  color: '#1D4ED8',
});
