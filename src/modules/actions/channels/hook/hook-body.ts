import type { Action } from '../../../workflow/index.js';
import type { Message, Occasion } from '../channel.js';

/** What a receiver is told; docs/actions.md explains it. */
export function hookBody(action: Pick<Action, 'key' | 'config'>, occasion: Occasion): Message {
  const { operator, recorded, requester, beneficiary, status, previousStatus, feature, entries } = occasion;
  const { occurrence, type } = recorded;
  return {
    type: 'occurrence.status_entered',
    timestamp: occasion.occurredAt.toISOString(),
    data: {
      operator: operator.slug,
      action: action.key,
      occurrence: {
        id: occurrence.id,
        protocolNumber: occurrence.protocolNumber,
        version: occasion.version,
        type: { key: type.key, name: type.name },
        feature: feature?.key ?? null,
        status: told(status),
        previousStatus: previousStatus && told(previousStatus),
        requester: { id: requester.id },
        beneficiary: { id: beneficiary.id },
        createdAt: occurrence.createdAt.toISOString(),
        url: `${occasion.publicUrl}/occurrences/${occurrence.id}`,
      },
      forms: action.config.includeForms === true ? { intake: occurrence.intake, tabs: entries } : null,
    },
  };
}

const told = ({ key, externalDescription, category }: Occasion['status']) => ({ key, externalDescription, category });
