import { overtakenAt } from '../clocks/told.js';
import { type Change, change, type Situation } from './outcome.js';

/** What time alone has done to the clocks, an event each. Of what is closed the regulator's alone still runs. */
export function recordOvertaken(situation: Situation): Change[] {
  const changes: Change[] = [];
  let { state } = situation;
  for (const overtaken of overtakenAt(state, situation.now)) {
    const differences = overtaken.clock === 'SLA' ? { slaState: overtaken.to } : { regulatoryState: overtaken.to };
    const told = change({ ...situation, state }, { kind: 'SLA_STATE_CHANGED', ...overtaken }, differences);
    changes.push(told);
    state = told.state;
  }
  return changes;
}
