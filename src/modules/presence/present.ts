import type { CallerKind } from '../../platform/auth/caller.js';
import type { Held } from '../../platform/leases/index.js';

export interface Person {
  readonly kind: CallerKind;
  readonly personId: string;
}

/** Who is at an occurrence. */
export interface Present {
  readonly looking: readonly Person[];
  readonly typing: readonly Person[];
}

type Doing = 'looks' | 'types';

/** What is held while somebody does it. `by`: what of theirs, such as one of their sockets. */
export const holderOf = (doing: Doing, { kind, personId }: Person, by: string): string =>
  [doing, kind, personId, by].join(' ');

/** A person is there once, by however many sockets. */
export function presentOf(held: readonly Held[]): Present {
  const doing: Record<Doing, Map<string, Person>> = { looks: new Map(), types: new Map() };
  for (const { holder } of held) {
    const [what, kind, personId] = holder.split(' ') as [Doing, CallerKind, string];
    doing[what].set(personId, { kind, personId });
  }
  return { looking: inOrder(doing.looks), typing: inOrder(doing.types) };
}

/** Which of the staff look is nothing for a member; that one of them types is. */
export const shownTo = (viewer: { readonly kind: CallerKind }, present: Present): Present =>
  viewer.kind === 'BENEFICIARY'
    ? { ...present, looking: present.looking.filter(({ kind }) => kind === 'BENEFICIARY') }
    : present;

const inOrder = (people: ReadonlyMap<string, Person>): Person[] =>
  [...people.values()].toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
