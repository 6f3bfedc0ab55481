import { fieldNames } from '../forms/index.js';
import type { Catalogue } from './catalogue.js';
import type { FormFacts, KnownConfiguration } from './known-configuration.js';

/** The forms of a catalogue as the rules read them; the fields of one are looked up once somebody asks. */
export const knownForms = (catalogue: Catalogue): ReadonlyMap<string, FormFacts> =>
  new Map(
    catalogue.forms.map(({ id, active, schema }): [string, FormFacts] => [
      id,
      {
        active,
        get fields() {
          return fieldNames(schema);
        },
      },
    ]),
  );

/** What a type may refer to. One that is out of use keeps the protocol type and calendar that it has, in use or not. */
export const knownTo = (
  type: { readonly active: boolean },
  catalogue: Catalogue,
  allowInsecureHooks: boolean,
): KnownConfiguration => ({
  protocolTypes: idsFor(type, catalogue.protocolTypes),
  businessCalendars: idsFor(type, catalogue.businessCalendars),
  forms: knownForms(catalogue),
  genericTerms: catalogue.genericTerms,
  allowInsecureHooks,
});

const idsFor = (
  type: { readonly active: boolean },
  elements: readonly { readonly id: string; readonly active: boolean }[],
): ReadonlySet<string> => new Set(elements.filter(({ active }) => active || !type.active).map(({ id }) => id));
