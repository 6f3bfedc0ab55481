import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestContext } from '../../../src/platform/graphql/context.js';
import { startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';
import { readPdf } from '../../kit/pdf.js';
import { done, open, send } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved, userErrors } from '../workflow/example.js';

const basis = {
  reason: 'O procedimento não está previsto\nna segmentação contratada.',
  provision: 'Cláusula 12.3 do contrato',
};
const letterFields = 'denialLetter { fileName contentType url }';
interface LetterAnswer {
  readonly fileName: string;
  readonly contentType: string;
  readonly url: string;
}

describe('the letter of a denial', () => {
  let dataDir: string;
  let desk: Desk;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-letters-'));
    // 19:15 in São Paulo.
    desk = await openDesk({ now: '2026-11-24T22:15:00.000Z', environment: { DATA_DIR: dataDir } });
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });

  const move = (id: string, statusKey: string, input: object = {}) =>
    done(desk.carla, 'occurrenceChangeStatus', id, { statusKey, ...input });
  const denied = async (denialBasis: object = basis, input: object = {}) => {
    const occurrence = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', occurrence.id);
    await move(occurrence.id, 'negado', { denialBasis, ...input });
    return occurrence;
  };
  const letterOf = async (id: string, client: TestClient = desk.ana): Promise<LetterAnswer | null> =>
    (await client.data(`query ($id: ID!) { occurrence(id: $id) { ${letterFields} } }`, { id })).occurrence.denialLetter;
  const history = async (id: string, client: TestClient = desk.ana): Promise<(LetterAnswer | null)[]> =>
    (
      await client.data(
        `query ($id: ID!) { occurrence(id: $id) { history(first: 50) {
           nodes { ... on OccurrenceStatusChanged { ${letterFields} } } } } }`,
        { id },
      )
    ).occurrence.history.nodes.flatMap((event: { denialLetter?: LetterAnswer | null }) =>
      event.denialLetter === undefined ? [] : [event.denialLetter],
    );
  const fetched = async ({ url }: { url: string }): Promise<Buffer> => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  /** As another process makes it, on the same database and with the same keys. */
  const elsewhere = async (id: string): Promise<Buffer> => {
    await using there = await startTestApp({ beside: desk.app, environment: { DATA_DIR: dataDir } });
    const client = await there.client('beneficiary', { subject: 'ana', claims: { membership_number: '1' } });
    return await fetched((await letterOf(id, client))!);
  };

  it('is fetched by the member as a PDF that says what was asked, what was decided, why, and what can be done', async () => {
    saved(
      (
        await desk.configurator.data(
          `mutation ($input: OperatorSettingsUpdateInput!) { operatorSettingsUpdate(input: $input) { ${userErrors} } }`,
          {
            input: {
              contact: 'Central 0800 000 0000\nwww.alfa.example',
              ombudsmanContact: 'Ouvidoria: ouvidoria@alfa.example, das 8h às 18h.',
            },
          },
        )
      ).operatorSettingsUpdate,
    );
    const { id, protocolNumber } = await denied(basis, { comment: 'Já <b>falamos</b> por telefone.' });
    const letter = await letterOf(id);
    expect(letter).toEqual({
      fileName: `carta-negativa-${protocolNumber}.pdf`,
      contentType: 'application/pdf',
      url: expect.stringMatching(/\/attachments\/ltr_\w{26}\?operator=opr_/),
    });
    const response = await fetch(letter!.url);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${letter!.fileName}"; filename*=UTF-8''${letter!.fileName}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const pdf = await readPdf(bytes);
    const registry = protocolNumber.slice(0, 6);
    expect(pdf.title).toBe(`Carta de negativa – protocolo ${protocolNumber}`);
    expect(pdf.createdAt).toBe('D:20261124221500Z');
    expect(pdf.elements).toEqual([
      ['H1', `Carta de negativa – protocolo ${protocolNumber}`],
      ['H2', 'Identificação'],
      ['P', `Operadora: Operadora alfa, registro ANS nº ${registry}`],
      ['P', 'Beneficiário: Ana Souza'],
      ['P', `Protocolo: ${protocolNumber}`],
      ['P', 'Data da decisão: 24 de novembro de 2026, às 19:15'],
      ['H2', 'O que foi pedido'],
      ['P', 'Reembolso'],
      ['P', 'Pedido feito em 24 de novembro de 2026.'],
      ['P', 'Consulta de março'],
      ['H2', 'Decisão'],
      ['P', 'negado, por fora'],
      ['H2', 'Motivo'],
      ['P', 'O procedimento não está previsto'],
      ['P', 'na segmentação contratada.'],
      ['H2', 'Cláusula do contrato ou dispositivo legal'],
      ['P', 'Cláusula 12.3 do contrato'],
      ['H2', 'Comentário da operadora'],
      ['P', 'Já <b>falamos</b> por telefone.'],
      ['H2', 'Se você não concorda com esta decisão'],
      [
        'P',
        'Você pode pedir à ouvidoria da operadora que analise de novo esta decisão (reanálise, art. 16 da Resolução Normativa nº 623/2024 da ANS).',
      ],
      ['P', `Para pedir, use o aplicativo da operadora e informe o protocolo ${protocolNumber}.`],
      ['P', 'A ouvidoria responde em até 7 dias úteis, contados a partir do dia útil seguinte ao do seu pedido.'],
      ['P', 'Ouvidoria: ouvidoria@alfa.example, das 8h às 18h.'],
      ['H2', 'Contato da operadora'],
      ['P', 'Central 0800 000 0000'],
      ['P', 'www.alfa.example'],
    ]);
    for (const client of [desk.carla, desk.paulo, desk.erp]) {
      expect(await fetched((await letterOf(id, client))!)).toEqual(bytes);
    }
    expect(await elsewhere(id)).toEqual(bytes);
  });

  it('is there only where something was denied', async () => {
    const { id } = await open(desk.ana);
    expect(await letterOf(id)).toBeNull();
    await done(desk.carla, 'occurrenceStartAttendance', id);
    const refused = await send(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'negado' });
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['DENIAL_BASIS_REQUIRED']);
    expect([await letterOf(id), await history(id)]).toEqual([null, [null]]);
    const kept = await withClient(desk.app.testDatabase.ownerUrl, (client) =>
      client.query('select 1 from denial_letter where occurrence_id = $1', [id]),
    );
    expect(kept.rows).toEqual([]);
  });

  it('is for nobody else: not for another member, not by an address that is changed, older than 15 minutes or of another operator', async () => {
    const { id } = await denied();
    const { occurrence } = await desk.zoe.data(`query ($id: ID!) { occurrence(id: $id) { ${letterFields} } }`, { id });
    expect(occurrence).toBeNull();
    const letter = (await letterOf(id))!;
    const statusOf = async (change: (url: URL) => void) => {
      const url = new URL(letter.url);
      change(url);
      return (await fetch(url)).status;
    };
    expect(await statusOf(() => undefined)).toBe(200);
    expect(await statusOf((url) => url.searchParams.set('expires', '9999999999'))).toBe(403);
    expect(await statusOf((url) => url.searchParams.set('operator', desk.app.operators.beta))).toBe(403);
    expect(await statusOf((url) => void (url.search = ''))).toBe(403);
    const letterId = new URL(letter.url).pathname.split('/').at(-1)!;
    const caller = { operatorId: desk.app.operators.beta } as RequestContext['caller'];
    const ctx = new RequestContext({ database: desk.app.database, clock: desk.app.clock, caller });
    const foreign = await fetch(desk.app.app.services.attachments.urlOf(ctx, { id: letterId }));
    expect([foreign.status, await foreign.json()]).toEqual([
      404,
      { errors: [{ message: 'There is no such file.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
    desk.app.clock.advance(15 * 60_000);
    expect(await statusOf(() => undefined)).toBe(403);
    expect((await fetch((await letterOf(id))!.url)).status).toBe(200);
  });

  it('stays as it was, whatever is configured or renamed afterwards', async () => {
    const { id } = await denied();
    const before = await fetched((await letterOf(id))!);
    const change = async (mutation: string, declared: string, call: string, variables: Record<string, unknown>) =>
      saved(
        (await desk.configurator.data(`mutation (${declared}) { ${mutation}(${call}) { ${userErrors} } }`, variables))[
          mutation
        ],
      );
    await change('statusUpdate', '$id: ID!, $input: StatusUpdateInput!', 'id: $id, input: $input', {
      id: desk.statuses['negado'],
      input: { externalDescription: 'Aprovado' },
    });
    await change('occurrenceTypeUpdate', '$id: ID!, $input: OccurrenceTypeUpdateInput!', 'id: $id, input: $input', {
      id: desk.typeId,
      input: { name: 'Outro nome' },
    });
    await change('operatorSettingsUpdate', '$input: OperatorSettingsUpdateInput!', 'input: $input', {
      input: { name: 'Beta Saúde', timeZone: 'Asia/Tokyo', contact: null, ombudsmanContact: null },
    });
    await change('beneficiaryUpsert', '$input: BeneficiaryUpsertInput!', 'input: $input', {
      input: { membershipNumber: '1', name: 'Ana de Souza' },
    });
    await done(desk.carla, 'occurrenceUpdate', id, { description: 'Outra coisa' });
    expect(await elsewhere(id)).toEqual(before);

    const later = await readPdf(await fetched((await letterOf((await denied()).id))!));
    expect(later.elements.map(([, text]) => text)).toEqual(
      expect.arrayContaining(['Aprovado', 'Outro nome', 'Beneficiário: Ana de Souza']),
    );
    expect(later.elements.filter(([tag]) => tag === 'H2').at(-1)).toEqual([
      'H2',
      'Se você não concorda com esta decisão',
    ]);
  });

  it('of each denial is kept: the latest stands, the earlier ones are in the history, and none stands once it is granted', async () => {
    const { id } = await denied();
    const first = (await letterOf(id))!;
    await move(id, 'em_analise');
    expect((await letterOf(id))!.url.split('?')[0]).toBe(first.url.split('?')[0]);
    desk.app.clock.advance(60_000);
    await move(id, 'negado', { denialBasis: { ...basis, reason: 'Continua sem cobertura.' } });
    const second = (await letterOf(id))!;
    expect(second.url.split('?')[0]).not.toBe(first.url.split('?')[0]);
    const told = async (letter: LetterAnswer) =>
      (await readPdf(await fetched(letter))).elements.map(([, text]) => text);
    expect(await told(second)).toContain('Continua sem cobertura.');
    const inHistory = await history(id);
    expect(inHistory.map((letter) => letter?.url.split('?')[0])).toEqual([
      undefined,
      first.url.split('?')[0],
      undefined,
      second.url.split('?')[0],
    ]);
    expect(await told(inHistory[1]!)).toContain('na segmentação contratada.');

    await move(id, 'em_analise');
    await done(desk.carla, 'occurrenceTabEntrySave', id, { tabKey: 'parecer', data: { parecer: 'ok' } });
    await move(id, 'pago');
    expect(await letterOf(id)).toBeNull();
    expect((await history(id)).filter((letter) => letter !== null)).toHaveLength(2);
  });

  it('is made for each of many that are denied at once', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) {
      const { id } = await open(desk.ana);
      await done(desk.carla, 'occurrenceStartAttendance', id);
      ids.push(id);
    }
    await desk.paulo.data(
      `mutation ($input: OccurrencesChangeStatusInput!) { occurrencesChangeStatus(input: $input) { ${userErrors} } }`,
      { input: { ids, statusKey: 'negado', denialBasis: basis } },
    );
    const letters = await Promise.all(ids.map(async (id) => fetched((await letterOf(id))!)));
    expect(new Set(letters.map((bytes) => bytes.toString('latin1'))).size).toBe(3);
  });

  it('of the longest texts has every word of them', async () => {
    const long = (letter: string, length: number) => `${letter.repeat(9)} `.repeat(length / 10).trim();
    const { id } = await denied({ reason: long('á', 4_000), provision: long('ç', 500) }, { comment: long('õ', 4_000) });
    await done(desk.carla, 'occurrenceUpdate', id, { description: 'x' });
    const { elements, pages } = await readPdf(await fetched((await letterOf(id))!));
    const said = elements.map(([, text]) => text).join(' ');
    expect(pages.map((lines) => lines.at(-1))).toEqual(pages.map((_, at) => `página ${at + 1} de ${pages.length}`));
    for (const [letter, length] of [
      ['á', 4_000],
      ['ç', 500],
      ['õ', 4_000],
    ] as const) {
      expect(said).toContain(long(letter, length));
    }
  });

  it('nothing of it is in the log', () => {
    expect(desk.app.logged.join('\n')).not.toMatch(/segmentação|Ana Souza|carta-negativa/);
  });
});
