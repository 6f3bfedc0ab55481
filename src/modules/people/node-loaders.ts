import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { beneficiaryLoader } from './beneficiary-loaders.js';
import { seesDetailsOf } from './beneficiary-sight.js';
import { isAttendant, staffLoader } from './staff-loaders.js';

/** People by id: staff who may see occurrences see them; a member sees their own, their holder and their dependants. */
export const peopleNodes: NodeLoaders = {
  async beneficiary(ctx, id) {
    const member = await beneficiaryLoader(ctx).load(id);
    if (!member || ctx.caller.permissions.has('occurrence:read')) return member;
    if (ctx.caller.kind !== 'BENEFICIARY') return null;
    if (seesDetailsOf(ctx.caller, member)) return member;
    const self = await beneficiaryLoader(ctx).load(ctx.caller.personId);
    return self?.holderId === member.id ? member : null;
  },
  async attendant(ctx, id) {
    if (!ctx.caller.permissions.has('occurrence:read')) return null;
    const member = await staffLoader(ctx).load(id);
    return member && isAttendant(member) ? member : null;
  },
};
