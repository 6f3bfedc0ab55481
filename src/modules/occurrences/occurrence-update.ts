import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import type { Calendar } from '../calendar/index.js';
import { calendarsOf } from '../business-calendars/index.js';
import { loadOperator } from '../operators/index.js';
import { problem, refusal } from '../../shared/problem.js';
import type { RegulatoryKind } from '../workflow/index.js';
import { decideUpdate } from './decide.js';
import type { Expected } from './occurrence-moves.js';
import { maySetRegulatoryKind, mayUpdateDescription } from './policy.js';
import { isClosed } from './state.js';
import { expectationOf } from './write/expectation.js';
import type { Held } from './write/held.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

/** What is undefined stays as it is. */
export interface OccurrenceUpdate extends Expected {
  readonly description?: string | null | undefined;
  readonly regulatoryKind?: RegulatoryKind | null | undefined;
  readonly reason?: string | null | undefined;
}

export const update = (writer: Writer, ctx: RequestContext, id: string, input: OccurrenceUpdate): Promise<Written> =>
  writer.change(ctx, id, async (held) => {
    const { state, asker, concerned } = held;
    const { description, regulatoryKind, reason } = input;
    if (regulatoryKind !== undefined && !maySetRegulatoryKind(asker)) throw forbidden();
    const started = state.attendanceStartedAt !== null;
    // That it is closed says more than that it is being attended to.
    if (description !== undefined && !isClosed(state) && !mayUpdateDescription(asker, concerned, started)) {
      return {
        outcome: refusal(
          problem('ROLE_NOT_ALLOWED', 'Once attendance has started, staff alone correct the description.', [
            'input',
            'description',
          ]),
        ),
      };
    }
    const expected = await expectationOf(held, input.expectedVersion);
    const calendar = state.regulatoryAnswer?.calendar ?? (await regulatoryCalendarOf(held));
    return { outcome: decideUpdate({ ...held, calendar, description, regulatoryKind, reason, expected }) };
  });

async function regulatoryCalendarOf({ em, operatorId, catalogue, type }: Held): Promise<Calendar> {
  const { timeZone } = await loadOperator(em, operatorId);
  return calendarsOf(catalogue.calendarOf(type), timeZone).regulatory;
}
