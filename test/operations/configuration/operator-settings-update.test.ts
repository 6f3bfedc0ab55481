import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { TestClient } from '../../kit/client.js';
import { TestStream } from '../../kit/stream.js';
import { createUpload, picture, put } from '../attachments/files.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { usualGenericTerms } from '../../../src/modules/answers/index.js';
import { found, saved, userErrors } from '../workflow/example.js';

const fields =
  'name timeZone settings { hidesAttendants attachmentMaxBytes attachmentContentTypes quietHours { from to } genericAnswerTerms contact ombudsmanContact }';
const operatorSettingsUpdate = `mutation ($input: OperatorSettingsUpdateInput!) {
  operatorSettingsUpdate(input: $input) { operator { ${fields} } ${userErrors} }
}`;
const everyType = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'audio/ogg',
  'audio/mpeg',
  'audio/mp4',
  'text/plain',
];
const initial = {
  name: 'Operadora alfa',
  timeZone: 'America/Sao_Paulo',
  settings: {
    hidesAttendants: false,
    attachmentMaxBytes: 20_971_520,
    attachmentContentTypes: everyType,
    quietHours: null,
    genericAnswerTerms: usualGenericTerms,
    contact: null,
    ombudsmanContact: null,
  },
};

describe('operatorSettingsUpdate', () => {
  let desk: Desk;
  let here: TestApp;
  /** Another process on the same database. */
  let there: TestApp;
  let rita: TestClient;

  beforeAll(async () => {
    // Ten in the evening in São Paulo, the next morning in Tokyo.
    desk = await openDesk({ now: '2026-12-02T01:00:00Z' });
    here = desk.app;
    there = await startTestApp({ beside: here });
    rita = desk.configurator;
  });
  beforeEach(async () => {
    here.clock.advance(1000);
    const { name, timeZone } = initial;
    const limits = {
      attachmentMaxBytes: null,
      attachmentContentTypes: null,
      quietHours: null,
      genericAnswerTerms: null,
      messageEditMinutes: null,
    };
    const contacts = { contact: null, ombudsmanContact: null };
    saved(await update({ name, timeZone, hidesAttendants: false, ...limits, ...contacts }));
    here.clock.advance(1000);
  });
  afterAll(async () => {
    await there[Symbol.asyncDispose]();
    await desk[Symbol.asyncDispose]();
  });

  const update = async (input: object, client = rita) =>
    (await client.data(operatorSettingsUpdate, { input })).operatorSettingsUpdate;
  const operatorOf = async (client: TestClient) =>
    (await client.data(`{ viewer { operator { ${fields} } } }`)).viewer.operator;
  const changes = async () => {
    const { configurationChanges } = await rita.data(
      '{ configurationChanges(first: 20) { nodes { element actor before after } } }',
    );
    return configurationChanges.nodes.filter(({ element }: { element: string }) => element === 'Operator alfa');
  };
  const elsewhere = ({ token }: TestClient) => new TestClient(there.url, token);

  it('changes what is given and leaves the rest, for every process at once', async () => {
    const renamed = { ...initial, name: 'Alfa Saúde', settings: { ...initial.settings, hidesAttendants: true } };
    expect(saved(await update({ name: 'Alfa Saúde', hidesAttendants: true })).operator).toEqual(renamed);
    for (const client of [rita, elsewhere(rita), elsewhere(desk.carla)]) {
      expect(await operatorOf(client)).toEqual(renamed);
    }
    const types = ['image/png', 'application/pdf'];
    const limited = { ...renamed.settings, attachmentMaxBytes: 1_000, attachmentContentTypes: types };
    const input = { timeZone: 'America/Manaus', attachmentMaxBytes: 1_000, attachmentContentTypes: types };
    expect(saved(await update(input, elsewhere(rita))).operator).toEqual({
      ...renamed,
      timeZone: 'America/Manaus',
      settings: limited,
    });
    expect((await operatorOf(rita)).settings).toEqual(limited);
  });

  it('shows settings to whoever may read the configuration, and to members what they read before', async () => {
    const { name, timeZone } = initial;
    for (const client of [desk.ana, await here.client('integration', { scopes: ['occurrence:read'] })]) {
      expect(await operatorOf(client)).toEqual({ name, timeZone, settings: null });
    }
    for (const client of [
      desk.carla,
      desk.paulo,
      await here.client('integration', { scopes: ['configuration:read'] }),
    ]) {
      expect(await operatorOf(client)).toEqual(initial);
    }
  });

  it('tells all problems at once, each with its path, and then changes and records nothing', async () => {
    const before = await changes();
    const payload = await update({
      name: ' ',
      timeZone: '-03:00',
      hidesAttendants: null,
      attachmentMaxBytes: 20_971_521,
      attachmentContentTypes: ['image/png', 'image/svg+xml', 'image/png'],
    });
    expect(payload.operator).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input.attachmentContentTypes.1',
      'INVALID input.attachmentContentTypes.2',
      'INVALID input.attachmentMaxBytes',
      'INVALID input.timeZone',
      'REQUIRED input.hidesAttendants',
      'REQUIRED input.name',
    ]);
    expect(
      found(await update({ name: null, timeZone: null, attachmentMaxBytes: 0, attachmentContentTypes: [] })),
    ).toEqual([
      'INVALID input.attachmentMaxBytes',
      'REQUIRED input.attachmentContentTypes',
      'REQUIRED input.name',
      'REQUIRED input.timeZone',
    ]);
    expect(found(await update({ name: 'x'.repeat(201), attachmentContentTypes: Array(11).fill('image/png') }))).toEqual(
      ['INVALID input.attachmentContentTypes', 'INVALID input.name'],
    );
    expect(await operatorOf(rita)).toEqual(initial);
    expect(await changes()).toEqual(before);
  });

  it.each(['+03:00', '-0300', 'UTC+3', 'UTC-03:00', 'GMT+3', 'Etc/GMT+3', 'America/Brasilia', 'local', ''])(
    'takes no time zone %j',
    async (timeZone) => {
      expect(found(await update({ timeZone }))).toEqual(['INVALID input.timeZone']);
      expect((await operatorOf(rita)).timeZone).toBe('America/Sao_Paulo');
    },
  );

  it('is written down with what was before and is since, and not where nothing is different', async () => {
    const count = (await changes()).length;
    saved(await update({ name: 'Alfa Saúde', attachmentContentTypes: ['text/plain'] }));
    here.clock.advance(1000);
    saved(await update({ name: 'Alfa Saúde', hidesAttendants: false }));
    const [newest, ...earlier] = await changes();
    expect(earlier).toHaveLength(count);
    const stored = {
      name: 'Operadora alfa',
      timeZone: 'America/Sao_Paulo',
      hidesAttendants: false,
      attachmentMaxBytes: null,
      attachmentContentTypes: null,
      quietHours: null,
      genericAnswerTerms: null,
      contact: null,
      ombudsmanContact: null,
      messageEditMinutes: null,
    };
    expect(newest).toEqual({
      element: 'Operator alfa',
      actor: 'rita',
      before: stored,
      after: { ...stored, name: 'Alfa Saúde', attachmentContentTypes: ['text/plain'] },
    });
  });

  it('takes quiet hours by the clock, writes them down once, and clears them by null', async () => {
    const count = (await changes()).length;
    const quietHours = { from: '22:00', to: '08:00' };
    expect(saved(await update({ quietHours })).operator.settings).toEqual({ ...initial.settings, quietHours });
    expect((await operatorOf(elsewhere(rita))).settings.quietHours).toEqual(quietHours);
    saved(await update({ quietHours }));
    const [newest, ...earlier] = await changes();
    expect(earlier).toHaveLength(count);
    expect([newest.before.quietHours, newest.after.quietHours]).toEqual([null, quietHours]);
    expect(saved(await update({ quietHours: null })).operator).toEqual(initial);
  });

  it('takes what its letters say, lines and all, and clears it by null', async () => {
    const said = { contact: 'Central 0800\nalfa.example', ombudsmanContact: 'á'.repeat(1_000) };
    expect(saved(await update(said)).operator.settings).toEqual({ ...initial.settings, ...said });
    expect((await operatorOf(elsewhere(rita))).settings).toEqual({ ...initial.settings, ...said });
    expect(saved(await update({ contact: null, ombudsmanContact: null })).operator).toEqual(initial);
  });

  it.each([
    [{ contact: ' ' }, ['REQUIRED input.contact']],
    [{ contact: 'x'.repeat(501) }, ['INVALID input.contact']],
    [
      { contact: 'a\u0007b', ombudsmanContact: 'x'.repeat(1_001) },
      ['INVALID input.contact', 'INVALID input.ombudsmanContact'],
    ],
  ])('refuses what no letter could say', async (said, expected) => {
    const refused = await update({ name: 'Outro', ...said });
    expect(
      refused.userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`),
    ).toEqual(expected);
    expect(await operatorOf(rita)).toEqual(initial);
  });

  it.each([
    [{ from: '24:00', to: '8:00' }, ['INVALID input.quietHours.from', 'INVALID input.quietHours.to']],
    [{ from: '22:00', to: '07:60' }, ['INVALID input.quietHours.to']],
    [{ from: '22:00', to: '22:00' }, ['INVALID input.quietHours.to']],
  ])('takes no quiet hours %o', async (quietHours, problems) => {
    expect(found(await update({ quietHours }))).toEqual(problems);
    expect(await operatorOf(rita)).toEqual(initial);
  });

  it('takes the operator’s own terms for texts that conclude nothing, for types and moves from then on, in every process', async () => {
    const genericAnswerTerms = ['Visto', 'em  estudo técnico'];
    expect(saved(await update({ genericAnswerTerms })).operator.settings).toEqual({
      ...initial.settings,
      genericAnswerTerms,
    });
    expect((await operatorOf(elsewhere(rita))).settings.genericAnswerTerms).toEqual(genericAnswerTerms);
    const reword = async (externalDescription: string) => {
      const mutation = `mutation ($id: ID!, $input: StatusUpdateInput!) {
        statusUpdate(id: $id, input: $input) { status { id } ${userErrors} }
      }`;
      const input = { externalDescription };
      return (await elsewhere(rita).data(mutation, { id: desk.statuses['pago'], input })).statusUpdate;
    };
    const generic = ['GENERIC_ANSWER input.externalDescription'];
    expect(found(await reword('VISTO!'))).toEqual(generic);
    expect(found(await reword('Seu pedido está em estudo técnico'))).toEqual(generic);
    expect(found(await reword('Em auditoria'))).toEqual(generic);
    expect(found(await reword('Em avaliação'))).toEqual([]);
    const refused = await update({ genericAnswerTerms: null });
    expect(refused.operator).toBeNull();
    expect(found(refused)).toEqual(['GENERIC_ANSWER input.genericAnswerTerms']);
    expect(refused.userErrors[0].message).toContain('"reembolso/pago"');
    expect((await operatorOf(rita)).settings.genericAnswerTerms).toEqual(genericAnswerTerms);
    saved(await reword('pago, por fora'));
    expect(saved(await update({ genericAnswerTerms: null })).operator).toEqual(initial);
  });

  it.each([
    [[], ['REQUIRED input.genericAnswerTerms']],
    [Array.from({ length: 51 }, (_, i) => `termo ${i}`), ['INVALID input.genericAnswerTerms']],
    [
      ['visto', 'VISTO.', ' – ', 'x'.repeat(101)],
      [
        'INVALID input.genericAnswerTerms.1',
        'INVALID input.genericAnswerTerms.3',
        'REQUIRED input.genericAnswerTerms.2',
      ],
    ],
  ])('takes no terms %j', async (genericAnswerTerms, problems) => {
    expect(found(await update({ genericAnswerTerms }))).toEqual(problems);
    expect(await operatorOf(rita)).toEqual(initial);
  });

  it('loses none of twenty that come at once over two processes', async () => {
    const sizes = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(
      sizes.map(async (size) => saved(await update({ attachmentMaxBytes: size }, size % 2 ? rita : elsewhere(rita)))),
    );
    const { configurationChanges } = await rita.data('{ configurationChanges(first: 20) { nodes { before after } } }');
    const steps: { before: any; after: any }[] = configurationChanges.nodes;
    const ends = steps.map(({ after }) => after.attachmentMaxBytes);
    const starts = steps.map(({ before }) => before.attachmentMaxBytes);
    expect(ends.toSorted((one, other) => one - other)).toEqual(sizes);
    // Each began where another had ended: the first where there was none.
    const last = (await operatorOf(rita)).settings.attachmentMaxBytes;
    expect([...starts, last].toSorted()).toEqual([null, ...ends].toSorted());
  });

  it('bounds the files that are announced from then on, in every process, and no other operator’s', async () => {
    const zoe = elsewhere(desk.zoe);
    const earlier = await createUpload(zoe);
    expect(earlier.userErrors).toEqual([]);
    const limits = { attachmentMaxBytes: picture.length - 1, attachmentContentTypes: ['application/pdf'] };
    saved(await update(limits));
    const refused = await createUpload(zoe);
    expect([refused.uploadId, refused.uploadUrl]).toEqual([null, null]);
    expect(found(refused)).toEqual(['INVALID input.byteSize', 'INVALID input.contentType']);
    expect(refused.userErrors.map(({ message }) => message)).toEqual([
      'Such files are not taken; application/pdf are.',
      `1 to ${picture.length - 1} bytes.`,
    ]);
    expect(
      (await createUpload(zoe, { contentType: 'application/pdf', byteSize: picture.length - 1 })).userErrors,
    ).toEqual([]);
    expect((await put(earlier.uploadUrl!, picture)).status).toBe(201);
    expect((await createUpload(await there.client('attendant', { operator: 'beta' }))).userErrors).toEqual([]);
    saved(await update({ attachmentMaxBytes: null, attachmentContentTypes: null }));
    expect((await createUpload(zoe)).userErrors).toEqual([]);
  });

  const open = async (client: TestClient) => {
    const { occurrenceCreate } = await client.data(
      `mutation { occurrenceCreate(input: { featureKey: "reembolso_app", description: "Consulta", intake: { valor: 1 } }) {
         occurrence { id protocolNumber } ${userErrors}
       } }`,
    );
    return saved(occurrenceCreate).occurrence as { id: string; protocolNumber: string };
  };

  it('dates protocol numbers by the new zone from then on, and counts on where a day has numbers', async () => {
    const zoe = elsewhere(desk.zoe);
    const first = await open(zoe);
    saved(await update({ timeZone: 'Asia/Tokyo' }));
    const second = await open(zoe);
    saved(await update({ timeZone: 'America/Sao_Paulo' }));
    const third = await open(zoe);
    const partsOf = ({ protocolNumber }: { protocolNumber: string }) => [
      protocolNumber.slice(6, 14),
      Number(protocolNumber.slice(14)),
    ];
    const [, sequence] = partsOf(first);
    expect([first, second, third].map(partsOf)).toEqual([
      ['20261201', sequence],
      ['20261202', 1],
      ['20261201', Number(sequence) + 1],
    ]);
    const { occurrence } = await zoe.data('query ($id: ID!) { occurrence(id: $id) { protocolNumber } }', {
      id: first.id,
    });
    expect(occurrence.protocolNumber).toBe(first.protocolNumber);
  });

  it('hides the names of attendants from a member who is listening already, in another process', async () => {
    const { id } = await open(desk.ana);
    const follow = `subscription ($id: ID!) { occurrenceUpdates(occurrenceId: $id) {
      event { actor ... on OccurrenceMessagePosted { message { author } } }
    } }`;
    await using member = new TestStream<any>(elsewhere(desk.ana), follow, { id });
    await using colleague = new TestStream<any>(elsewhere(desk.davi), follow, { id });
    await Promise.all([member.next(), colleague.next()]);
    const post = async () => {
      const mutation = `mutation ($id: ID!) { occurrenceMessagePost(id: $id, input: { body: "Olá" }) { ${userErrors} } }`;
      saved((await desk.carla.data(mutation, { id })).occurrenceMessagePost);
      const told = await Promise.all([member.next(), colleague.next()]);
      return told.map(({ occurrenceUpdates: { event } }) => [event.actor, event.message.author]);
    };
    const named = ['Carla Dias', 'Carla Dias'];
    expect(await post()).toEqual([named, named]);
    saved(await update({ hidesAttendants: true, name: 'Alfa Saúde' }));
    expect(await post()).toEqual([['Alfa Saúde', 'Alfa Saúde'], named]);
    saved(await update({ hidesAttendants: false }));
    expect(await post()).toEqual([named, named]);
  });

  it.each(['attendant', 'supervisor', 'beneficiary', 'integration'] as const)(
    'is FORBIDDEN to a caller who is %s, and leaves nothing behind',
    async (role) => {
      const before = await changes();
      const client = await here.client(role, { scopes: ['configuration:read'] });
      const { errors } = await client.execute(operatorSettingsUpdate, { input: { name: 'Outra' } });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await operatorOf(rita)).toEqual(initial);
      expect(await changes()).toEqual(before);
    },
  );

  it('changes the operator of the caller and no other', async () => {
    const beta = await here.client('configurator', { operator: 'beta' });
    saved(await update({ name: 'Beta Saúde', hidesAttendants: true }, beta));
    expect(await operatorOf(rita)).toEqual(initial);
    expect((await operatorOf(beta)).name).toBe('Beta Saúde');
  });
});
