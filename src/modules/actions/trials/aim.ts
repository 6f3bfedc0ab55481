import { kindOfId } from '../../../shared/ids.js';
import { problem, type Problem } from '../../../shared/problem.js';
import { type Action, type ActionKind, checkConfig, openHeaders } from '../../workflow/index.js';
import type { Parcel } from '../channels/channel.js';

const path = ['input', 'target'];
const required = (what: string): Problem[] => [problem('REQUIRED', `Say ${what}.`, path)];

/** What is wrong with a target: it is held to what the action's own must be. */
export function checkTarget(
  { kind, config }: Pick<Action, 'kind' | 'config'>,
  target: string | null,
  allowInsecureHooks: boolean,
): Problem[] {
  const asConfigured = (key: string): Problem[] => {
    if (target !== null && /\{\{|\{%/.test(target)) return [problem('INVALID', 'A target is no template.', path)];
    const problems = checkConfig(kind, { ...config, [key]: target }, [], { allowInsecureHooks });
    return problems.filter((fault) => fault.path?.[0] === key).map((fault) => ({ ...fault, path }));
  };
  switch (kind) {
    case 'EMAIL':
      return target === null ? required('which e-mail address') : asConfigured('to');
    case 'WHATSAPP':
      return target === null ? required('which phone number') : asConfigured('to');
    case 'HOOK':
      return target === null ? [] : asConfigured('url');
    case 'PUSH':
      if (target === null) return required('whose devices, by the id of a beneficiary');
      return kindOfId(target) === 'beneficiary' ? [] : [problem('INVALID', 'This is no id of a beneficiary.', path)];
    case 'IN_APP':
      return [problem('INVALID', 'A message to the inbox is not sent; actionPreview shows it.', ['input', 'actionId'])];
  }
}

/** The same parcel to another target. What is behind a mask for the caller goes to no host of their own. */
export function aimed(kind: ActionKind, parcel: Parcel, target: string | null): Parcel {
  if (target === null) return parcel;
  if (kind === 'HOOK') {
    const { config } = parcel;
    const elsewhere = new URL(target).origin !== new URL(String(config.url)).origin;
    return { ...parcel, config: { ...config, url: target, ...(elsewhere && { headers: openHeaders(config) }) } };
  }
  if (kind === 'PUSH') return { ...parcel, requesterId: target };
  return { ...parcel, message: { ...parcel.message, to: target } };
}
