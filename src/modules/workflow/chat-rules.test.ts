import { describe, expect, it } from 'vitest';
import { checkDeactivations } from './deactivation.js';
import { definitionOf } from './definition.js';
import { changeStatus } from './element-update.js';
import { type ExampleInput, type Found, foundIn, storedExample } from './example-type.fixture.js';
import type { ChatRules } from './model.js';
import { applyTypeUpdate } from './type-update.js';

const rules: ChatRules = {
  maxSimultaneous: 4,
  maxWaiting: 100,
  maxWaitSeconds: 900,
  beneficiaryInactivitySeconds: 600,
  attendantInactivitySeconds: 180,
  allowsTransfer: true,
  gaveUpStatusKey: 'fim',
  exhaustedStatusKey: 'fim',
  outOfHoursStatusKey: 'fim',
  maxWaitStatusKey: 'fim',
  pendingStatusKey: 'pendente',
  beneficiaryInactiveStatusKey: 'fim',
  attendantInactiveStatusKey: 'devolvido',
};

const status = (key: string, rest: object = {}) => ({
  key,
  internalDescription: key,
  externalDescription: key,
  color: '#1D4ED8',
  ...rest,
});

/** What is found wrong with a type of chats that is sound but for what has been bent. */
const found = (differences: Partial<ChatRules>, bend: (input: ExampleInput) => void = () => {}): Found[] =>
  foundIn((input) => {
    const statuses = [
      status('na_fila', { isDefault: true, nextStatusKeys: ['em_conversa', 'fim'] }),
      status('em_conversa', { startsAttendance: true, nextStatusKeys: ['pendente', 'devolvido', 'fim'] }),
      status('pendente', { nextStatusKeys: ['em_conversa', 'fim'] }),
      status('devolvido', { nextStatusKeys: ['em_conversa', 'fim'] }),
      status('fim', { closes: true }),
      status('antigo', { closes: true, active: false }),
      status('com_motivo', { closes: true, requiresComment: true, previousStatusKeys: ['na_fila', 'devolvido'] }),
    ];
    Object.assign(input, { viewMode: 'CHAT', statuses, tabs: [], actions: [], chat: { ...rules, ...differences } });
    bend(input);
  });

describe('the rules of the chats of a type', () => {
  it('are sound where each exit leads to a status that fits it', () => {
    expect(found({})).toEqual([]);
  });

  it('may leave every exit out, so that it does not happen', () => {
    const none = Object.fromEntries(Object.keys(rules).map((name) => [name, null]));
    expect(found({ ...none, maxSimultaneous: 1, allowsTransfer: false })).toEqual([]);
  });

  it.each<[string, Partial<ChatRules>, string[]]>([
    ['numbers within their limits', { maxSimultaneous: 0, maxWaiting: 10_001 }, ['maxSimultaneous', 'maxWaiting']],
    [
      'seconds of a day at most',
      { maxWaitSeconds: 86_401, attendantInactivitySeconds: 0.5 },
      ['maxWaitSeconds', 'attendantInactivitySeconds'],
    ],
    ['statuses that take part', { gaveUpStatusKey: 'antigo' }, ['gaveUpStatusKey']],
    ['an end where the chat ends', { maxWaitStatusKey: 'devolvido' }, ['maxWaitStatusKey']],
    ['no end where it goes on', { attendantInactiveStatusKey: 'fim' }, ['attendantInactiveStatusKey']],
    ['a status of its own for what is pending', { pendingStatusKey: 'em_conversa' }, ['pendingStatusKey']],
    ['nothing that asks for a comment', { gaveUpStatusKey: 'com_motivo' }, ['gaveUpStatusKey']],
  ])('have %s', (_what, differences, names) => {
    expect(found(differences)).toEqual(names.map((name) => ['INVALID', `input.chat.${name}`]));
  });

  it('name statuses that there are, each told with its path along with all else', () => {
    expect(found({ gaveUpStatusKey: 'nada', maxWaitStatusKey: 'nada' }, (input) => (input.name = ''))).toEqual([
      ['REQUIRED', 'input.name'],
      ['NOT_FOUND', 'input.chat.gaveUpStatusKey'],
      ['NOT_FOUND', 'input.chat.maxWaitStatusKey'],
    ]);
  });

  it('measure nothing that leads nowhere, and lead nowhere without a measure', () => {
    expect(found({ maxWaitStatusKey: null, attendantInactivitySeconds: null })).toEqual([
      ['REQUIRED', 'input.chat.maxWaitStatusKey'],
      ['REQUIRED', 'input.chat.attendantInactivitySeconds'],
    ]);
  });

  it('lead to what can be reached from where it happens, also from the queue a second time, and back to attendance', () => {
    const next = (key: string, nextStatusKeys: string[]) => (input: ExampleInput) => {
      input.statuses.find((each) => each.key === key)!.nextStatusKeys = nextStatusKeys;
    };
    const paths = (key: string, keys: string[]) => found({}, next(key, keys)).map(([, path]) => path);
    expect(paths('devolvido', ['em_conversa'])).toEqual(['input.chat.gaveUpStatusKey', 'input.chat.maxWaitStatusKey']);
    expect(paths('devolvido', ['fim'])).toEqual(['input.chat.attendantInactiveStatusKey']);
    expect(paths('pendente', ['em_conversa'])).toEqual(['input.chat.beneficiaryInactiveStatusKey']);
    expect(paths('em_conversa', ['pendente', 'devolvido'])).toEqual(['input.chat.beneficiaryInactiveStatusKey']);
  });

  it('are those of a type of the view mode CHAT that is attended', () => {
    expect(found({}, (input) => (input.viewMode = 'REQUEST'))).toEqual([['INVALID', 'input.chat']]);
    expect(found({}, (input) => (input.allowsAttendance = false))).toEqual([['INVALID', 'input.allowsAttendance']]);
    const start = (input: ExampleInput) => (input.statuses[1]!.startsAttendance = false);
    expect(found({}, start)).toEqual([['REQUIRED', 'input.statuses']]);
  });

  it('are replaced as a whole by an update that gives them, kept by one that does not, and cleared by null', () => {
    const stored = { ...definitionOf(storedExample), chat: rules };
    const chatAfter = (update: Parameters<typeof applyTypeUpdate>[1]) => {
      const result = applyTypeUpdate(stored, update);
      return result.ok ? result.value.chat : result.problems;
    };
    expect(chatAfter({ name: 'Chat' })).toEqual(rules);
    expect(chatAfter({ chat: null })).toBeNull();
    expect(chatAfter({ chat: { maxSimultaneous: 2 } })).toMatchObject({
      maxSimultaneous: 2,
      maxWaiting: null,
      allowsTransfer: true,
      gaveUpStatusKey: null,
    });
  });
});

describe('a status that chats go to', () => {
  const stored = {
    ...definitionOf(storedExample),
    chat: { ...rules, gaveUpStatusKey: 'pago', maxWaitStatusKey: 'pago' },
  };

  it('is not deactivated, and the problem says which exits lead there', () => {
    const after = applyTypeUpdate(stored, { statuses: [{ key: 'pago', active: false }] });
    if (!after.ok) throw new Error(JSON.stringify(after.problems));
    expect(checkDeactivations(stored, after.value, new Map())).toEqual([
      {
        code: 'IN_USE',
        message: 'Status "pago": Chats go there: gaveUpStatusKey, maxWaitStatusKey.',
        path: ['input', 'statuses', '0', 'active'],
        details: { count: 0 },
      },
    ]);
  });

  it('is still gone to once it has another key', () => {
    const renamed = changeStatus(stored, 'sta_pago', { key: 'quitado' });
    if (!renamed.ok) throw new Error(JSON.stringify(renamed.problems));
    expect(renamed.value.chat).toMatchObject({
      gaveUpStatusKey: 'quitado',
      maxWaitStatusKey: 'quitado',
      pendingStatusKey: 'pendente',
    });
  });
});
