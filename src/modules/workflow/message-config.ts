import { problem, type Problem } from '../../shared/problem.js';
import type { ConfigField, ConfigShape } from './config-shape.js';
import type { Path } from './definition.js';
import { freeTextNames } from './template-names.js';
import { checkTemplate, fixedLength, hasTemplate, namesIn } from './templates.js';

/** A push is cut to this many characters when it is rendered. */
export const pushBodyLength = 178;
const titleLength = 100;
const subjectLength = 200;
const mostParams = 20;

/** The documents that the product makes and an e-mail may carry. */
export const attachmentNames = ['carta-negativa.pdf', 'carta-ouvidoria.pdf'] as const;

type Check = (text: string, path: Path) => Problem[];

/** A template; `longest` bounds what it says whatever its names stand for, and the further checks see its source, one after the other. */
function checkText(value: unknown, path: Path, longest: number, ...further: Check[]): Problem[] {
  if (typeof value !== 'string') return [problem('INVALID', 'This is a text.', path)];
  const problems = checkTemplate(value, path);
  if (problems.length > 0) return problems;
  const length = fixedLength(value);
  if (length > longest) {
    return [problem('INVALID', `The text has ${length} characters outside of names; ${longest} is the most.`, path)];
  }
  for (const check of further) {
    const faults = check(value, path);
    if (faults.length > 0) return faults;
  }
  return [];
}

const text = (longest: number, ...further: Check[]): ConfigField => ({
  check: (value, path) => checkText(value, path, longest, ...further),
});
const requiredText = (longest: number, ...further: Check[]): ConfigField => ({
  ...text(longest, ...further),
  required: true,
});

const oneLine: Check = (source, path) =>
  /[\r\n]/.test(source) ? [problem('INVALID', 'This text has one line.', path)] : [];

/** Health data is sensitive (LGPD, art. 11): a lock screen shows what members know of anyway, and leads to the rest. */
const nothingClinical: Check = (source, path) =>
  namesIn(source)
    .filter((name) => freeTextNames.includes(name))
    .map((name) =>
      problem(
        'INVALID',
        `"${name}" may say something of somebody's health: push and WhatsApp messages do not carry it. Lead there by {{link}}.`,
        path,
      ),
    );

/** What is no template must be what its place needs, now: nobody would see it fail later. */
const fixedAs =
  (shape: RegExp, expected: string): Check =>
  (source, path) =>
    hasTemplate(source) || shape.test(source) ? [] : [problem('INVALID', `This is ${expected}.`, path)];

const matching = (shape: RegExp, expected: string): ConfigField['check'] => {
  return (value, path) =>
    typeof value === 'string' && shape.test(value) ? [] : [problem('INVALID', `This is ${expected}.`, path)];
};

export const pushShape: ConfigShape = new Map<string, ConfigField>([
  ['title', text(titleLength, nothingClinical)],
  ['body', requiredText(pushBodyLength, nothingClinical)],
  ['deepLink', text(500, oneLine, nothingClinical)],
]);

export const emailShape: ConfigShape = new Map<string, ConfigField>([
  ['to', requiredText(254, oneLine, fixedAs(/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/, 'one e-mail address'))],
  ['subject', requiredText(subjectLength, oneLine)],
  ['body', requiredText(20_000)],
  ['attachments', { fallback: () => [], check: checkAttachments }],
]);

export const whatsAppShape: ConfigShape = new Map<string, ConfigField>([
  [
    'to',
    requiredText(
      32,
      oneLine,
      nothingClinical,
      fixedAs(/^\+?[0-9]{8,15}$/, 'a phone number in digits, with country code'),
    ),
  ],
  [
    'template',
    {
      required: true,
      check: matching(/^[a-z0-9_]{1,512}$/, 'the name of a template: lower-case letters, digits and _'),
    },
  ],
  ['language', { fallback: () => 'pt_BR', check: matching(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'a language such as "pt_BR"') }],
  ['params', { fallback: () => [], check: checkParams }],
]);

export const inAppShape: ConfigShape = new Map<string, ConfigField>([
  ['title', requiredText(titleLength)],
  ['body', requiredText(4_000)],
]);

function checkAttachments(value: unknown, path: Path): Problem[] {
  if (!Array.isArray(value)) return [problem('INVALID', 'These are names of documents.', path)];
  return value.flatMap((name, i) => {
    const place = [...path, String(i)];
    if (!attachmentNames.some((known) => known === name)) {
      return [problem('INVALID', `There is no such document. There are: ${attachmentNames.join(', ')}.`, place)];
    }
    return value.indexOf(name) < i ? [problem('INVALID', 'The document is named twice.', place)] : [];
  });
}

function checkParams(value: unknown, path: Path): Problem[] {
  if (!Array.isArray(value) || value.length > mostParams) {
    return [problem('INVALID', `These are ${mostParams} texts at most.`, path)];
  }
  return value.flatMap((param, i) => checkText(param, [...path, String(i)], 1_024, nothingClinical));
}
