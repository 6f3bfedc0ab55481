import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../shared/ids.js';
import type { JobQueue } from '../../platform/jobs/index.js';
import { enteredStatus, type Reaction, type Recorded } from '../occurrences/index.js';
import { type Action, conditionHolds, type Status } from '../workflow/index.js';
import { laneOf } from './channels/lane.js';
import { deliveryWakes, enqueue } from './deliver/enqueue.js';
import { type Ending, keepAttempt, landInInbox } from './endings.js';
import { type Fired, keepDeliveries } from './keep-deliveries.js';
import { templateValues } from './template-values.js';
import { loadValueSources } from './value-sources.js';

export interface FiringOptions {
  /** Where links lead to. */
  readonly links: { readonly publicUrl: string };
  readonly jobs: JobQueue;
  /** Nothing leaves and nothing lands: every delivery ends as SKIPPED at once. false unless given. */
  readonly demo?: boolean;
}

/**
 * The actions of the status that is entered, once for each time. What goes out waits as a delivery that is committed with
 * the change; a message to the inbox lands with it. No template and no condition can make the change itself fail.
 */
export const fireActions =
  ({ links, jobs, demo = false }: FiringOptions): Reaction =>
  async (em, recorded) => {
    const status = recorded.type.statuses.find(({ id }) => id === enteredStatus(recorded.event));
    const actions = recorded.type.actions.filter(({ active, statusId }) => active && statusId === status?.id);
    if (!status || actions.length === 0) return [];
    const values = await valuesFor(em, recorded, { actions, status, publicUrl: links.publicUrl });
    const firing = actions.filter(({ condition }) => conditionHolds(condition, values));
    const { requesterId } = recorded.occurrence;
    const endings: Ending[] = [];
    const waiting: Fired[] = [];
    for (const action of firing) {
      const delivery = firedBy(recorded, action);
      if (demo) endings.push({ delivery, state: 'SKIPPED', outcome: 'demo', detail: null });
      else if (action.kind === 'IN_APP')
        endings.push(landInInbox(em, { delivery, requesterId, action, values }, recorded.now));
      else waiting.push(delivery);
    }
    const ended = endings.map(({ delivery, state }) => ({ ...delivery, state }));
    // Attempts have foreign keys to their deliveries.
    await keepDeliveries(em, recorded, [...ended, ...waiting]);
    for (const ending of endings) keepAttempt(em, ending, recorded.now);
    await enqueue(em, jobs, waiting);
    return waiting.length > 0 ? [deliveryWakes] : [];
  };

interface Firing {
  readonly actions: readonly Action[];
  readonly status: Status;
  readonly publicUrl: string;
}

/** Read only where something asks for them now. */
async function valuesFor(em: EntityManager, recorded: Recorded, { actions, status, publicUrl }: Firing) {
  const asked = actions.some(({ condition, kind }) => condition !== null || kind === 'IN_APP');
  return asked ? templateValues(await loadValueSources(em, recorded, status, publicUrl)) : {};
}

const firedBy = ({ operatorId, occurrence, now }: Recorded, action: Action): Fired => ({
  operatorId,
  id: newId('delivery', now),
  actionId: action.id,
  occurrenceId: occurrence.id,
  lane: laneOf(action),
  state: 'PENDING',
});
