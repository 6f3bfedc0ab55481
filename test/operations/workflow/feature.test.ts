import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, type Example, exampleType, found, saved, userErrors } from './example.js';

const feature = 'feature { id key name occurrenceType { key } }';
const featureLink = `mutation ($input: FeatureLinkInput!) { featureLink(input: $input) { ${feature} ${userErrors} } }`;
const featureUnlink = `mutation ($id: ID!) { featureUnlink(id: $id) { ${feature} ${userErrors} } }`;

describe('featureLink and featureUnlink', () => {
  let app: TestApp;
  let configurator: TestClient;
  let example: Example;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
    example = await createExample(configurator);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const link = async (input: object, client = configurator) => (await client.data(featureLink, { input })).featureLink;
  const unlink = async (id: string, client = configurator) => (await client.data(featureUnlink, { id })).featureUnlink;

  it('makes a feature, links it anew, unlinks it, and takes it up again under the same id', async () => {
    const made = saved(await link({ key: 'app_reembolso', occurrenceTypeId: example.typeId }));
    expect(made.feature).toEqual({
      id: expect.stringMatching(/^fea_/),
      key: 'app_reembolso',
      name: 'Solicitação de Reembolso',
      occurrenceType: { key: 'reembolso' },
    });
    const { id } = made.feature;
    const other = { ...exampleType(example.protocolTypeId, example.formId), key: 'outro' };
    const { occurrenceTypeCreate } = await configurator.data(
      `mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) { occurrenceType { id } ${userErrors} } }`,
      { input: other },
    );
    const otherId = saved(occurrenceTypeCreate).occurrenceType.id;
    const moved = saved(await link({ key: 'app_reembolso', name: 'Reembolso', occurrenceTypeId: otherId }));
    expect(moved.feature).toEqual({ id, key: 'app_reembolso', name: 'Reembolso', occurrenceType: { key: 'outro' } });

    expect(saved(await unlink(id)).feature).toEqual({ ...moved.feature, occurrenceType: null });
    expect(saved(await unlink(id)).feature).toEqual({ ...moved.feature, occurrenceType: null });
    expect(saved(await link({ key: 'app_reembolso', occurrenceTypeId: otherId })).feature).toEqual(moved.feature);
  });

  it('refuses a key out of shape and a type that does not exist, at once', async () => {
    expect(found(await link({ key: 'App Reembolso', name: ' ', occurrenceTypeId: 'oct_x' }))).toEqual([
      'INVALID input.key',
      'NOT_FOUND input.occurrenceTypeId',
      'REQUIRED input.name',
    ]);
  });

  it("answers another operator's type and feature like missing ones", async () => {
    const made = saved(await link({ key: 'app_alfa', occurrenceTypeId: example.typeId }));
    const beta = await app.client('configurator', { operator: 'beta' });
    expect(found(await link({ key: 'app_beta', occurrenceTypeId: example.typeId }, beta))).toEqual([
      'NOT_FOUND input.occurrenceTypeId',
    ]);
    const foreign = await unlink(made.feature.id, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await unlink('fea_00000000000000000000000000'));
  });

  it('is FORBIDDEN to a beneficiary, and leaves nothing behind', async () => {
    const beneficiary = await app.client('beneficiary');
    const input = { key: 'app_minha', occurrenceTypeId: example.typeId };
    const { errors } = await beneficiary.execute(featureLink, { input });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { features } = await configurator.data('{ features { key } }');
    expect(features).not.toContainEqual({ key: 'app_minha' });
  });
});
