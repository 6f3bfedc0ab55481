import type { Actor } from '../actor.js';

/** The columns of who wrote something: what they were called then stays. */
export const authorOf = ({ kind, id, name }: Actor) => ({ authorKind: kind, authorId: id, authorName: name });
