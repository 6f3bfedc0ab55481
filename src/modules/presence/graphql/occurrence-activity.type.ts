import { ObjectType } from 'type-graphql';
import type { Person, Present } from '../present.js';

@ObjectType('OccurrenceActivity', {
  description: 'Who is at an occurrence right now, the caller included. Not kept.',
})
export class OccurrenceActivityObject implements Present {
  looking!: readonly Person[];
  typing!: readonly Person[];
}
