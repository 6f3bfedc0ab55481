/** Texts that a pattern is tried on are no longer than this; a longer one does not match. */
export const longestMatched = 200;

/** Ways to try that a pattern may have on such a text: some 10 ms at the worst. */
const mostWays = 10_000_000;
const mostSteps = 20_000;
const longestPattern = 500;

const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/;
const atom =
  /^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\dA-Fa-f]{4}|\\x[\dA-Fa-f]{2}|\\c[A-Za-z]|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^])/u;

class Unsupported extends Error {}

interface Cost {
  /** Ways in which a backtracking matcher can walk through. */
  readonly ways: number;
  /** Atoms on the longest of them. */
  readonly steps: number;
}

/**
 * An upper bound on what a pattern costs: a choice between branches adds their ways, a sequence multiplies them, a
 * repetition raises them to the power of its most rounds. `(a+)+` has 200^200 ways, `(a|a)*` 2^200: whatever can explode
 * has a large bound, so what stays below the limit cannot.
 */
function costOf(pattern: string): Cost {
  let rest = pattern;
  const take = (text: string): boolean => {
    if (!rest.startsWith(text)) return false;
    rest = rest.slice(text.length);
    return true;
  };

  const alternatives = (): Cost => {
    let cost = sequence();
    while (take('|')) {
      const other = sequence();
      cost = { ways: cost.ways + other.ways, steps: Math.max(cost.steps, other.steps) };
    }
    return cost;
  };
  const sequence = (): Cost => {
    let cost: Cost = { ways: 1, steps: 1 };
    while (rest !== '' && rest[0] !== '|' && rest[0] !== ')') {
      const next = repetition();
      cost = { ways: cost.ways * next.ways, steps: cost.steps + next.steps };
    }
    return cost;
  };
  const repetition = (): Cost => {
    const once = group() ?? single();
    const match = quantifier.exec(rest);
    if (!match) return once;
    rest = rest.slice(match[0].length);
    const [least, most] = rounds(match);
    return {
      ways: (most - least + 1) * once.ways ** Math.min(most, longestMatched),
      steps: once.steps * Math.max(most, 1),
    };
  };
  const group = (): Cost | undefined => {
    if (!take('(')) return undefined;
    if (/^\?<?[=!]/.test(rest)) throw new Unsupported('it looks ahead or behind');
    rest = rest.replace(/^\?(?::|<[^>]*>)/, '');
    const cost = alternatives();
    take(')');
    return cost;
  };
  const single = (): Cost => {
    const text = atom.exec(rest)![0];
    if (/^\\[1-9k]/.test(text)) throw new Unsupported('it refers back to a group');
    rest = rest.slice(text.length);
    return { ways: 1, steps: 1 };
  };

  const cost = alternatives();
  if (rest !== '') throw new Unsupported('it uses what forms do not need');
  // Without an anchor the matcher starts anew at every character.
  const starts = pattern.startsWith('^') && !pattern.includes('|') ? 1 : longestMatched;
  return { ways: starts * cost.ways, steps: cost.steps };
}

function rounds([text, least, comma, most]: RegExpExecArray): [number, number] {
  if (least === undefined) return [text.startsWith('+') ? 1 : 0, text.startsWith('?') ? 1 : longestMatched];
  if (!comma) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : Math.max(Number(least), longestMatched)];
}

/** Why a pattern cannot be part of a form; undefined where it can. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > longestPattern) return `A pattern has at most ${longestPattern} characters.`;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'The pattern is no regular expression.';
  }
  try {
    const { ways, steps } = costOf(pattern);
    if (ways <= mostWays && steps <= mostSteps) return undefined;
    return 'The pattern can take too long on some texts: it repeats what already varies, as in (a+)+, (a|b)* or .*.*.*.*';
  } catch (error) {
    if (error instanceof Unsupported) return `The pattern is not taken, since ${error.message}.`;
    throw error;
  }
}

/** The expression that Ajv runs: bounded in what it is tried on, since its cost was reckoned with that length. */
export function boundedPattern(pattern: string, flags: string): { test(text: string): boolean } {
  const expression = new RegExp(pattern, flags);
  return {
    test: (text) => text.length <= longestMatched && expression.test(text),
    // Ajv tells compiled patterns apart by this text.
    toString: () => expression.toString(),
  } as { test(text: string): boolean };
}
