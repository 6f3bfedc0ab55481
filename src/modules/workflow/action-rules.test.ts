import { describe, expect, it } from 'vitest';
import { typeDefinition } from './definition-create.js';
import { type ExampleInput, exampleInput, exampleKnown, type Found, foundIn } from './example-type.fixture.js';
import { checkType } from './type-rules.js';

const action = (input: ExampleInput, i: number) => input.actions![i]!;

describe('an action', () => {
  it.each<[string, (input: ExampleInput) => void, Found[]]>([
    ['has a well-formed key', (i) => (action(i, 0).key = 'push pago'), [['INVALID', 'input.actions.0.key']]],
    [
      'has a key of its own',
      (i) => {
        i.actions!.push(action(i, 0));
      },
      [['TAKEN', 'input.actions.1.key']],
    ],
    ['has a description', (i) => (action(i, 0).description = ''), [['REQUIRED', 'input.actions.0.description']]],
    [
      'names a status of its type',
      (i) => (action(i, 0).statusKey = 'none'),
      [['NOT_FOUND', 'input.actions.0.statusKey']],
    ],
    ['has the config of its kind', (i) => (action(i, 0).config = {}), [['REQUIRED', 'input.actions.0.config.body']]],
    ['needs no condition', (i) => (action(i, 0).condition = null), []],
    ['reads the intake', (i) => (action(i, 0).condition = { '!!': { var: 'formulario.endereco.cidade' } }), []],
    [
      'reads known fields alone',
      (i) => (action(i, 0).condition = { '!!': { var: 'formulario.cpf' } }),
      [['INVALID', 'input.actions.0.condition.!!.var']],
    ],
    [
      'goes to https addresses',
      (i) => {
        action(i, 0).kind = 'HOOK';
        action(i, 0).config = { url: 'http://erp.example' };
      },
      [['INVALID', 'input.actions.0.config.url']],
    ],
  ])('%s', (_name, bend, expected) => {
    expect(foundIn((input) => void bend(input))).toEqual(expected);
  });

  it('goes to http addresses where the deployment allows them', () => {
    const input = exampleInput();
    input.actions![0] = { ...action(input, 0), kind: 'HOOK', config: { url: 'http://127.0.0.1:8080/hook' } };
    expect(checkType(typeDefinition(input), { ...exampleKnown, allowInsecureHooks: true })).toEqual([]);
  });
});
