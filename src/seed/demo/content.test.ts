import { describe, expect, it } from 'vitest';
import { attachmentReferences, checkFormSchema, checkUiSchema, compileForm } from '../../modules/forms/index.js';
import { newId } from '../../shared/ids.js';
import type { OccurrenceTypeContent, OperatorContent, StatusContent } from './content.js';
import { demo } from './demo.js';
import { moveTo } from './move.js';
import { outra } from './outra.js';
import { isSampleFile, type MovedValue, type Sample, type SampleEntry } from './sample.js';

const operators: [string, OperatorContent][] = [
  ['demo', demo],
  ['outra', outra],
];
const types = operators.flatMap(([, operator]) => operator.occurrenceTypes.map((type) => ({ operator, type })));
const named = types.map(({ operator, type }): [string, OccurrenceTypeContent, OperatorContent] => [
  `${operator.slug}/${type.key}`,
  type,
  operator,
]);
const forms = operators.flatMap(([slug, { forms: all }]) => all.map((form) => [`${slug}/${form.key}`, form] as const));
const uniqueKeys = (elements: readonly { key: string }[]) => new Set(elements.map(({ key }) => key)).size;
const isActive = ({ active }: StatusContent) => active !== false;

describe('the forms', () => {
  it('are the eighteen of the operator', () => {
    expect([demo.forms.length, uniqueKeys(demo.forms)]).toEqual([18, 18]);
  });

  it.each(forms)('%s is one that the product takes, layout included', (_, form) => {
    expect(checkFormSchema(form.schema, [])).toEqual([]);
    expect(checkUiSchema(form.uiSchema, form.schema, [])).toEqual([]);
  });

  it('lay all of their fields out in order', () => {
    for (const [, { schema, uiSchema }] of forms) {
      const scopes = (uiSchema.elements as { scope: string }[]).map(({ scope }) => scope);
      expect(scopes).toEqual(Object.keys(schema.properties as object).map((name) => `#/properties/${name}`));
    }
  });

  it('demand what a condition demands, and no money of nothing', () => {
    const expense = demo.forms.find(({ key }) => key === 'reembolso-despesa')!;
    const data = { prestadorTipo: 'PF', valor: '0.00' };
    const places = compileForm(expense.schema).validate(data, []);
    expect(places.map(({ path }) => path!.join('.'))).toEqual(
      expect.arrayContaining(['prestadorCpf', 'valor', 'comprovante']),
    );
    expect(places.map(({ path }) => path!.join('.'))).not.toContain('prestadorCnpj');
  });
});

describe.each(named)('the type %s', (_, type, operator) => {
  const active = type.statuses.filter(isActive);
  const keys = new Set(type.statuses.map(({ key }) => key));

  it('names what exists, under keys of its own', () => {
    const formKeys = new Set(operator.forms.map(({ key }) => key));
    expect(operator.protocolTypes.map(({ key }) => key)).toContain(type.protocolTypeKey);
    if (type.calendarKey) expect(operator.calendars.map(({ key }) => key)).toContain(type.calendarKey);
    const wanted = [type.intakeFormKey, ...type.tabs.map(({ formKey }) => formKey)].filter((key) => key != null);
    expect(wanted.filter((key) => !formKeys.has(key))).toEqual([]);
    const statusKeys = [
      ...type.statuses.flatMap(({ nextStatusKeys }) => nextStatusKeys ?? []),
      ...type.tabs.flatMap(({ requiredForStatusKeys }) => requiredForStatusKeys ?? []),
      ...type.actions.map(({ statusKey }) => statusKey),
    ];
    expect(statusKeys.filter((key) => !keys.has(key))).toEqual([]);
    for (const elements of [type.statuses, type.tabs, type.actions]) expect(uniqueKeys(elements)).toBe(elements.length);
  });

  it('has one default status, an active one that closes, and one that starts attendance where it is attended to', () => {
    expect(active.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(active.some(({ closes }) => closes)).toBe(true);
    expect(active.filter(({ startsAttendance }) => startsAttendance)).toHaveLength(type.allowsAttendance ? 1 : 0);
  });

  it('lists no next status where it closes, and reaches every active one from the default', () => {
    expect(type.statuses.filter(({ closes, nextStatusKeys }) => closes && nextStatusKeys)).toEqual([]);
    const reached = new Set(active.filter(({ isDefault }) => isDefault).map(({ key }) => key));
    for (const key of reached) {
      const next = active.find((status) => status.key === key)?.nextStatusKeys ?? [];
      for (const one of next) reached.add(one);
    }
    expect(active.filter(({ key }) => !reached.has(key))).toEqual([]);
  });

  it('is opened by one feature', () => {
    expect(operator.features.filter(({ occurrenceTypeKey }) => occurrenceTypeKey === type.key)).toHaveLength(1);
  });
});

describe('the people', () => {
  it('are those whom tokens are made for, the first of a role first', () => {
    const first = (role: string) => demo.staff.find((one) => one.role === role)?.subject;
    expect(['ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR', 'INTEGRATION'].map(first)).toEqual([
      'atendente.carla',
      'supervisor.paulo',
      'admin.rita',
      'integracao.erp',
    ]);
    expect(demo.beneficiaries[0]!.subject).toBe('ana.souza');
    expect(new Set(outra.staff.map(({ role }) => role)).size).toBe(4);
  });

  it('have one holder with a dependant', () => {
    const dependants = demo.beneficiaries.filter(({ holderMembershipNumber }) => holderMembershipNumber);
    expect(dependants.map(({ subject, holderMembershipNumber }) => [subject, holderMembershipNumber])).toEqual([
      ['elisa.rocha', '0001000001'],
    ]);
  });
});

const now = new Date('2026-11-24T15:00:00Z');
const withIds = (entry: SampleEntry<MovedValue>) =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, isSampleFile(value) ? newId('attachment', now) : value]),
  );
const samples = moveTo(now, demo.samples).map((sample): [string, Sample<MovedValue>] => [
  sample.protocolNumber,
  sample,
]);

describe('the samples', () => {
  it('are ten', () => {
    expect(samples).toHaveLength(10);
  });

  describe.each(samples)('%s', (_, sample) => {
    const type = demo.occurrenceTypes.find(({ key }) => key === sample.typeKey)!;
    const validator = (formKey: string) => compileForm(demo.forms.find(({ key }) => key === formKey)!.schema);
    const fills = sample.steps.filter((step) => step.do === 'fillTab');

    it('fills its forms in as they ask', () => {
      expect(sample.intake === null).toBe(type.intakeFormKey === null);
      if (sample.intake && type.intakeFormKey) {
        expect(validator(type.intakeFormKey).validate(withIds(sample.intake), ['intake'])).toEqual([]);
      }
      for (const { tab: key, data } of fills) {
        const tab = type.tabs.find((one) => one.key === key)!;
        expect(validator(tab.formKey!).validate(withIds(data), [key])).toEqual([]);
      }
    });

    it('puts files where files are asked for', () => {
      for (const { tab: key, data } of fills) {
        const tab = type.tabs.find((one) => one.key === key)!;
        const form = demo.forms.find((one) => one.key === tab.formKey)!;
        const files = Object.values(data).filter(isSampleFile);
        expect(attachmentReferences(form.schema, withIds(data))).toHaveLength(files.length);
      }
    });

    it('moves as its type allows, with what each status demands', () => {
      const filled = new Set(type.tabs.filter(({ formKey }) => formKey === type.intakeFormKey).map(({ key }) => key));
      let status = type.statuses.find(({ isDefault }) => isDefault)!;
      for (const step of sample.steps) {
        if (step.do === 'fillTab') filled.add(step.tab);
        if (step.do !== 'startAttendance' && step.do !== 'changeStatus') continue;
        const key =
          step.do === 'changeStatus' ? step.to : type.statuses.find(({ startsAttendance }) => startsAttendance)!.key;
        const target = type.statuses.find((one) => one.key === key)!;
        expect(status.nextStatusKeys).toContain(key);
        if (step.do === 'changeStatus') {
          if (target.requiresComment) expect(step.comment).toBeTruthy();
          if (target.requiresDenialBasis) expect(step.denialBasis).toBeTruthy();
        }
        const answers = target.resolves || target.conclusive;
        const needed = type.tabs.filter(
          (tab) => (answers && tab.required) || tab.requiredForStatusKeys?.includes(target.key),
        );
        expect(needed.map((tab) => tab.key).filter((tab) => !filled.has(tab))).toEqual([]);
        status = target;
      }
      expect(status.key).toBe(sample.status);
    });

    it('is done by people of the operator, those who may', () => {
      const isMember = (subject: string) => demo.beneficiaries.some((one) => one.subject === subject);
      expect(isMember(sample.beneficiary)).toBe(true);
      for (const step of sample.steps) {
        if (isMember(step.by)) {
          expect(step.by).toBe(sample.beneficiary);
          expect(['fillTab', 'postMessage']).toContain(step.do);
          if (step.do === 'fillTab') {
            expect(type.tabs.find(({ key }) => key === step.tab)!.filledByBeneficiary).toBe(true);
          }
        } else expect(demo.staff.map(({ subject }) => subject)).toContain(step.by);
      }
    });

    it('goes by the channel of its type', () => {
      expect(sample.channel === 'CHAT').toBe(type.viewMode === 'CHAT');
    });
  });
});

describe('no text', () => {
  const all = JSON.stringify([demo, outra]);

  it('names a host that could exist', () => {
    const hosts = [...all.matchAll(/https?:\/\/([^/"\s]+)/g)].map(([, host]) => host!);
    const dialect = 'json-schema.org';
    expect(hosts.filter((host) => !host.endsWith('.example') && host !== dialect)).toEqual([]);
    expect(all).not.toMatch(/\.com\b|\.br\b/);
  });

  it('has an e-mail address that could exist', () => {
    const addresses = [...all.matchAll(/[\w.+-]+@([\w.-]+)/g)].map(([, host]) => host);
    expect(new Set(addresses)).toEqual(new Set(['example.org']));
  });

  it('keeps a hook’s secret', () => {
    const hooks = demo.occurrenceTypes.flatMap(({ actions }) => actions).filter(({ kind }) => kind === 'HOOK');
    expect(hooks.map(({ config }) => Object.keys(config))).toEqual(hooks.map(() => ['url']));
  });
});
