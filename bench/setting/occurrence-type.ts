import type { RequestContext } from '../../src/platform/graphql/context.js';
import { done } from '../../src/seed/done.js';
import type { Services } from '../../src/services.js';

const twelve = ['doze_um', 'doze_dois'] as const;
const none = ['nenhuma_um', 'nenhuma_dois'] as const;

/** A type whose occurrences go to and fro between two statuses: of an action each, of twelve, or of none. */
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
        ...[...twelve, ...none].map((key) => ({ ...texts(key, key), key })),
        { ...texts('Pago', 'Pagamento realizado'), key: 'pago', resolves: true, closes: true },
      ],
      actions: [
        ...(['em_analise', 'aguardando'] as const).map((statusKey) => push(statusKey, `push_${statusKey}`)),
        ...twelve.flatMap((key) => Array.from({ length: 12 }, (_, index) => oneOfTwelve(key, index))),
      ],
    }),
  );
  const statusId = (key: string) => type.statuses.find((status) => status.key === key)!.id;
  const actionOn = (status: string) => type.actions.find((action) => action.statusId === status)!.id;
  const statuses = { em_analise: statusId('em_analise'), aguardando: statusId('aguardando') };
  const actions = { em_analise: actionOn(statuses.em_analise), aguardando: actionOn(statuses.aguardando) };
  return { key: type.key, statuses, actions };
}

const push = (statusKey: string, key: string) => ({
  key,
  description: `push - reembolso - ${statusKey}`,
  statusKey,
  kind: 'PUSH' as const,
  config: { body: 'Protocolo {{protocolo}}: {{status.descricao}}.', deepLink: 'ocorrencia/{{protocolo}}' },
});

/** Every other one is a hook, each to a host of its own. */
const oneOfTwelve = (statusKey: string, index: number) => {
  const action = push(statusKey, `${statusKey}_${index}`);
  if (index % 2 === 0) return action;
  return { ...action, kind: 'HOOK' as const, config: { url: `https://erp${index}.example/hooks` } };
};

const texts = (internalDescription: string, externalDescription: string) => ({
  internalDescription,
  externalDescription,
  color: '#1D4ED8',
});
