import { type DocumentNode, visit } from 'graphql';

/** What is wrong with the texts of an operation, in words; null where nothing is. */
export type Malformation = string | null;

const cannotBeKept = 'holds a NUL character or half a surrogate pair, which no text may';

/** PostgreSQL stores neither NUL nor lone surrogates, in texts or in JSON. */
const isWellFormedText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Looks at every text and key in the variables, and at how deep they go; no stack grows with them. */
export function malformedVariables(variables: unknown, deepest: number): Malformation {
  const open: { value: unknown; depth: number }[] = [{ value: variables, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !isWellFormedText(value)) return `A variable ${cannotBeKept}.`;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return `Variables may be nested ${deepest} levels deep.`;
    for (const key in value) {
      if (!isWellFormedText(key)) return `The name of a property in the variables ${cannotBeKept}.`;
      open.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 });
    }
  }
  return null;
}

/** Looks at every text that stands in the document itself. */
export function malformedLiterals(document: DocumentNode): Malformation {
  let malformation: Malformation = null;
  visit(document, {
    StringValue(node) {
      if (!isWellFormedText(node.value)) malformation = `A text in the document ${cannotBeKept}.`;
    },
  });
  return malformation;
}
