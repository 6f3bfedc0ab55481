import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { type ScriptedChannel, scriptedChannel } from '../../kit/scripted-channel.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';

let desk: Desk;
let mails: ScriptedChannel;
let hooks: ScriptedChannel;
const actions: Record<string, string> = {};
beforeAll(async () => {
  mails = scriptedChannel('EMAIL');
  hooks = scriptedChannel('HOOK');
  desk = await openDesk({ work: { channels: [mails, hooks] } });
  const create = `mutation ($input: ActionInput!, $typeId: ID!) {
    actionCreate(occurrenceTypeId: $typeId, input: $input) { action { id } userErrors { code message path } } }`;
  const email = {
    key: 'email_analise',
    description: 'e-mail',
    statusKey: 'em_analise',
    kind: 'EMAIL',
    config: { to: '{{solicitante.email}}', subject: '{{protocolo}}', body: 'Olá, {{solicitante.primeiroNome}}' },
    condition: { '>': [{ var: 'formulario.valor' }, 1000] },
  };
  const made = await desk.configurator.data(create, { input: email, typeId: desk.typeId });
  actions.email_analise = made.actionCreate.action.id;
  const { occurrenceTypes } = await desk.configurator.data('{ occurrenceTypes { actions { id key } } }');
  for (const { id, key } of occurrenceTypes.flatMap((type: { actions: object[] }) => type.actions)) actions[key] = id;
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => {
  mails.parcels.length = 0;
  mails.script.length = 0;
});

const preview = async (action: string, occurrenceId: string, client: TestClient = desk.configurator) =>
  client.execute(
    `query ($actionId: ID!, $occurrenceId: ID!) {
       actionPreview(actionId: $actionId, occurrenceId: $occurrenceId) { kind fires message fault } }`,
    { actionId: actions[action] ?? action, occurrenceId },
  );
const test = async (input: object, client: TestClient = desk.configurator) =>
  client.execute(
    `mutation ($input: ActionTestInput!) {
       actionTest(input: $input) { result { state outcome detail durationMs } userErrors { code path } } }`,
    { input },
  );
const versionOf = async (id: string) =>
  (await desk.paulo.data('query ($id: ID!) { occurrence(id: $id) { version } }', { id })).occurrence.version;

describe('actionPreview', () => {
  it('shows what would be sent if the status were entered now, and whether it would fire', async () => {
    const { id, protocolNumber } = await open(desk.ana);
    const { data } = await preview('em_analise', id);
    expect(data.actionPreview).toEqual({
      kind: 'IN_APP',
      fires: true,
      message: { title: 'Andamento', body: 'solicitado, por fora > em_analise, por fora' },
      fault: null,
    });
    const mail = (await preview('email_analise', id)).data.actionPreview;
    expect(mail).toMatchObject({ kind: 'EMAIL', fires: false, message: { protocolo: protocolNumber } });
    expect((await preview('desligada', id)).data.actionPreview).toMatchObject({ fires: false });
    expect(mails.parcels).toEqual([]);
  });

  it('is nothing for what is not there, an error over types, and a configurator’s alone', async () => {
    const { id } = await open(desk.ana);
    expect((await preview('act_unknown', id)).data.actionPreview).toBeNull();
    expect((await preview('em_analise', 'occ_unknown')).data.actionPreview).toBeNull();
    const other = await open(desk.ana, { typeKey: undefined, featureKey: 'via_app', intake: undefined });
    expect((await preview('em_analise', other.id)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (const client of [desk.paulo, desk.ana, desk.erp]) {
      expect((await preview('em_analise', id, client)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('actionTest', () => {
  it('sends one to a target of the configurator’s, and leaves no delivery and no event', async () => {
    const { id } = await open(desk.ana);
    const target = 'rita@example.org';
    const { data } = await test({ actionId: actions.email_analise, occurrenceId: id, target });
    expect(data.actionTest).toEqual({
      result: { state: 'DELIVERED', outcome: 'delivered', detail: null, durationMs: expect.any(Number) },
      userErrors: [],
    });
    expect(mails.parcels).toMatchObject([{ occurrenceId: id, message: { to: target } }]);
    const sent = await desk.paulo.data(
      'query ($id: ID!) { actionDeliveries(occurrenceId: $id, filter: { kinds: [EMAIL] }) { nodes { id } } }',
      { id },
    );
    expect(sent.actionDeliveries.nodes).toEqual([]);
  });

  it('tells a credential in a hook’s header to nobody but the host that it was given for', async () => {
    const { id } = await open(desk.ana);
    const config = {
      url: 'https://erp.example/secured',
      headers: { Authorization: 'Bearer planted', 'X-Team': 'erp' },
    };
    const input = { key: 'hook_secured', description: 'hook', statusKey: 'pendente', kind: 'HOOK', config };
    const { actionCreate } = await desk.configurator.data(
      `mutation ($input: ActionInput!, $typeId: ID!) {
         actionCreate(occurrenceTypeId: $typeId, input: $input) { action { id } userErrors { code } } }`,
      { input, typeId: desk.typeId },
    );
    const actionId = actionCreate.action.id;
    const headersTo = async (target: string | null) => {
      await test({ actionId, occurrenceId: id, target });
      return hooks.parcels.at(-1)!.config.headers;
    };
    expect(await headersTo('https://mine.example/secured')).toEqual({ 'X-Team': 'erp' });
    expect(await headersTo('https://erp.example:8443/secured')).toEqual({ 'X-Team': 'erp' });
    expect(await headersTo('https://erp.example/trial')).toEqual(config.headers);
    expect(await headersTo(null)).toEqual(config.headers);
  });

  it('says how the attempt ended', async () => {
    const { id } = await open(desk.ana);
    mails.script.push(() => ({ state: 'RETRY', outcome: 'greylisted', detail: '451' }));
    const { data } = await test({ actionId: actions.email_analise, occurrenceId: id, target: 'rita@example.org' });
    expect(data.actionTest.result).toMatchObject({ state: 'RETRYING', outcome: 'greylisted', detail: '451' });
  });

  it.each([
    ['email_analise', null, 'REQUIRED'],
    ['email_analise', 'nobody', 'INVALID'],
    ['email_analise', '{{solicitante.email}}', 'INVALID'],
    ['hook_solicitado', 'ftp://example.org', 'INVALID'],
    ['hook_solicitado', 'http://127.0.0.1', 'INVALID'],
  ])('%s to %s is refused, and nothing is sent', async (action, target, code) => {
    const { id } = await open(desk.ana);
    const before = hooks.parcels.filter(({ config }) => config.url === target).length;
    const { data } = await test({ actionId: actions[action], occurrenceId: id, target });
    expect(data.actionTest).toEqual({ result: null, userErrors: [{ code, path: ['input', 'target'] }] });
    expect(mails.parcels).toEqual([]);
    expect(hooks.parcels.filter(({ config }) => config.url === target)).toHaveLength(before);
  });

  it('takes no message to the inbox, and nothing that is not there', async () => {
    const { id } = await open(desk.ana);
    const inbox = await test({ actionId: actions.em_analise, occurrenceId: id });
    expect(inbox.data.actionTest.userErrors).toEqual([{ code: 'INVALID', path: ['input', 'actionId'] }]);
    const unknown = await test({ actionId: 'act_unknown', occurrenceId: id });
    expect(unknown.data.actionTest.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input'] }]);
    expect(await versionOf(id)).toBeLessThanOrEqual(2);
  });
});
