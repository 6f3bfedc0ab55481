import { type Context, Liquid, type Template } from 'liquidjs';
import { problem, type Problem } from '../../shared/problem.js';
import type { Path } from './definition.js';
import { templateNames } from './template-names.js';

/** The longest source of a template. */
export const templateLength = 20_000;

/** The memory limit counts what filters make; what is put out counts too, since a capture can take it up and put it out twice. */
function counted(this: { readonly context: Context }, value: string): string {
  // Empty values are no texts, whatever the library's types say.
  if (typeof value === 'string') this.context.memoryLimit.use(value.length);
  return value;
}

const engine = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  // Else an empty text would hold in `{% if comentario %}`.
  jsTruthy: true,
  preserveTimezones: true,
  parseLimit: templateLength,
  memoryLimit: 200_000,
  outputEscape: counted,
  // A wall clock: generous, since a busy machine must not spoil an honest message.
  renderLimit: 1_000,
  // No files: whatever asked for one would find none.
  templates: {},
});

// Messages have no lists to walk through and no other templates to draw on, so that neither loops nor files are needed;
// filters with expressions of their own would name what the check below does not see, and what is raw would not be counted.
const tags = new Set(['assign', 'capture', 'case', 'comment', 'echo', 'if', 'liquid', 'raw', 'unless', '#']);
for (const tag of Object.keys(engine.tags)) if (!tags.has(tag)) delete engine.tags[tag];
for (const filter of Object.keys(engine.filters)) {
  if (filter.endsWith('_exp') || filter === 'sample' || filter === 'raw') delete engine.filters[filter];
}

const isText = (template: Template): template is Template & { str: string } =>
  'str' in template && typeof template.str === 'string';

/** Checks that the template compiles and names known names only. */
export function checkTemplate(text: string, path: Path, known: readonly string[] = templateNames): Problem[] {
  if (text.length > templateLength) {
    return [problem('INVALID', `The template is longer than ${templateLength} characters.`, path)];
  }
  try {
    const unknown = namesIn(text).filter((name) => !known.includes(name));
    return unknown.map((name) =>
      problem('INVALID', `"${name.slice(0, 100)}" is unknown to templates. Known are: ${known.join(', ')}.`, path),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [problem('INVALID', `The template does not compile: ${reason.slice(0, 200)}.`, path)];
  }
}

/** The names that a template reads, be it to put them out or to decide by them. */
export const namesIn = (text: string): string[] => engine.globalFullVariablesSync(engine.parse(text));

/** How many characters a text has at least, whatever its names stand for: those outside of outputs and tags. */
export const fixedLength = (text: string): number =>
  engine
    .parse(text)
    .filter(isText)
    .reduce((sum, part) => sum + [...part.str].length, 0);

/** Whether the text has an output or a tag, so that what it says is known only once it is rendered. */
export const hasTemplate = (text: string): boolean => /\{\{|\{%/.test(text);

/** Renders a checked template; an empty value renders as nothing. Throws where a limit on time or memory is exceeded. */
export const renderTemplate = (text: string, values: Readonly<Record<string, unknown>>): string =>
  String(engine.parseAndRenderSync(text, values));
