import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestSmtp, type TestSmtp } from '../../kit/smtp.js';
import { done, open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved, userErrors } from '../workflow/example.js';

const basis = { reason: 'Não está prevista no contrato.', provision: 'Cláusula 12.3 do contrato' };

describe('the letter of a denial, by e-mail', () => {
  let smtp: TestSmtp;
  let desk: Desk;
  beforeAll(async () => {
    smtp = await startTestSmtp();
    const environment = { SMTP_URL: smtp.url, SMTP_FROM: 'Operadora <nao-responda@operadora.example.org>' };
    desk = await openDesk({ environment, work: { retryDelaysMs: [1, 1] } });
    for (const statusKey of ['em_analise', 'negado']) {
      const config = {
        to: '{{solicitante.email}}',
        subject: '{{status.descricao}}',
        body: 'Veja a carta anexa.',
        attachments: ['carta-negativa.pdf'],
      };
      const input = { key: `carta_${statusKey}`, description: 'carta', statusKey, kind: 'EMAIL', config };
      const { actionCreate } = await desk.configurator.data(
        `mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { ${userErrors} } }`,
        { id: desk.typeId, input },
      );
      saved(actionCreate);
    }
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    await smtp[Symbol.asyncDispose]();
  });

  const move = (id: string, statusKey: string, input: object = {}) =>
    done(desk.carla, 'occurrenceChangeStatus', id, { statusKey, ...input });
  const mailed = async (count: number) => {
    await vi.waitUntil(() => smtp.mails.length === count, { timeout: 20_000, interval: 50 });
    return smtp.mails.at(-1)!;
  };
  const emails = async (id: string): Promise<{ id: string; state: string; attempts: { detail: string | null }[] }[]> =>
    (
      await desk.paulo.data(
        `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
           nodes { id state createdAt action { kind } attempts { detail } } } }`,
        { id },
      )
    ).actionDeliveries.nodes
      .filter(({ action }: { action: { kind: string } }) => action.kind === 'EMAIL')
      .toSorted((one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1));
  const downloaded = async (id: string): Promise<Buffer> => {
    const { occurrence } = await desk.ana.data('query ($id: ID!) { occurrence(id: $id) { denialLetter { url } } }', {
      id,
    });
    return Buffer.from(await (await fetch(occurrence.denialLetter.url)).arrayBuffer());
  };
  const attached = ({ attachments }: TestSmtp['mails'][number]) =>
    attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content }));

  it('is that of its denial, in the bytes of the download; where nothing was denied, the e-mail goes without', async () => {
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', id);
    const without = await mailed(1);
    expect(without.attachments).toEqual([]);
    expect(without.text!.trim()).toBe('Veja a carta anexa.');
    await vi.waitUntil(async () => (await emails(id))[0]?.state === 'DELIVERED', { timeout: 20_000, interval: 50 });
    expect((await emails(id))[0]!.attempts).toEqual([
      { detail: 'Without carta-negativa.pdf: the occurrence has none.' },
    ]);

    desk.app.clock.advance(60_000);
    await move(id, 'negado', { denialBasis: basis });
    const letter = (content: Buffer) => [{ filename: 'carta-negativa.pdf', contentType: 'application/pdf', content }];
    const denied = await mailed(2);
    const first = await downloaded(id);
    expect(attached(denied)).toEqual(letter(first));

    // It stands through another analysis.
    desk.app.clock.advance(60_000);
    await move(id, 'em_analise');
    expect(attached(await mailed(3))).toEqual(letter(first));

    desk.app.clock.advance(60_000);
    await move(id, 'negado', { denialBasis: { ...basis, reason: 'Continua sem previsão.' } });
    const again = await mailed(4);
    const second = await downloaded(id);
    expect(second.equals(first)).toBe(false);
    expect(attached(again)).toEqual(letter(second));

    // By hand, the first denial is told again as it was.
    const delivery = (await emails(id))[1]!;
    await vi.waitUntil(async () => (await emails(id)).every(({ state }) => state === 'DELIVERED'), {
      timeout: 20_000,
      interval: 50,
    });
    const { actionDeliveryRetry } = await desk.paulo.data(
      `mutation ($id: ID!) { actionDeliveryRetry(id: $id) { ${userErrors} } }`,
      { id: delivery.id },
    );
    saved(actionDeliveryRetry);
    expect(attached(await mailed(5))).toEqual(letter(first));
    expect(desk.app.logged.join('\n')).not.toMatch(/Não está prevista|Continua sem/);
  });
});
