import type { RequestContext } from '../../platform/graphql/context.js';
import { shownName } from '../occurrences/index.js';
import { beneficiaryLoader, staffLoader } from '../people/index.js';
import type { Person } from './present.js';

/** Their names as the caller is told them, each once. */
export async function namesOf(ctx: RequestContext, people: readonly Person[]): Promise<string[]> {
  const names = await Promise.all(people.map((person) => nameOf(ctx, person)));
  return [...new Set(names.filter((name) => name !== null))].toSorted((one, other) =>
    one.localeCompare(other, 'pt-BR'),
  );
}

async function nameOf(ctx: RequestContext, { kind, personId }: Person): Promise<string | null> {
  const loader = kind === 'BENEFICIARY' ? beneficiaryLoader(ctx) : staffLoader(ctx);
  const person = await loader.load(personId);
  return person && shownName(ctx, { kind, name: person.name });
}
