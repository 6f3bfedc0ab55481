import { expect, it } from 'vitest';
import type { Role } from '../../../platform/auth/roles.js';
import { usualCalendar } from '../../calendar/index.js';
import type { Result } from '../../../shared/problem.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import { Chance, randomRoles, randomType } from '../random-walk.fixture.js';
import { made, t0 } from '../samples.fixture.js';
import { isClosed, type OccurrenceState, statusOf } from '../state.js';
import { beneficiaryView, fromShownToBeneficiary } from '../visibility.js';
import { decideAttachment, decideMessage, decideNote } from './additions.js';
import { decideAssign } from './assign.js';

import { decideCreate } from './create.js';
import { decideMove, type Move } from './move.js';
import type { Change, Outcome } from './outcome.js';
import { decideReopen } from './reopen.js';
import { decideStartAttendance } from './start-attendance.js';
import { decideTabEntry } from './tab-entry.js';
import { transitionsFor } from './transitions.js';
import { decideUpdate } from './update.js';

// Walks over types of any shape, from seeds, so that a failure comes again.
const walks = 5_000;
const stepsPerWalk = 12;

interface Walk {
  readonly chance: Chance;
  readonly type: OccurrenceType;
  readonly changes: Change[];
  readonly entries: Map<string, number>;
  state: OccurrenceState;
}

const calendar = usualCalendar('America/Sao_Paulo');
const given = { comment: 'Segue', denialBasis: { reason: 'Fora da cobertura', provision: 'cláusula 12.3' } };

function begin(seed: number): Walk {
  const chance = new Chance(seed);
  const type = randomType(chance);
  const created = made(
    decideCreate({
      id: 'occ_1',
      type,
      channel: 'APP',
      description: 'Começo',
      requesterId: 'ben_ana',
      beneficiaryId: 'ben_ana',
      intakeEntryId: null,
      calendars: { own: calendar, regulatory: calendar },
      now: t0,
    }),
  );
  return { chance, type, changes: [created], entries: new Map(), state: created.state };
}

const laterThan = ({ state }: Walk) => new Date(state.updatedAt.getTime() + 60_000);

const moveOf = (walk: Walk, target: Status, roles: Role[], differences: Partial<Move> = {}) =>
  decideMove({
    state: walk.state,
    type: walk.type,
    now: laterThan(walk),
    target,
    roles,
    entries: walk.entries,
    genericTerms: [],
    ...differences,
  });

const codesOf = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

/** Every command but reopening, with something that would be a change. */
function commands(walk: Walk, roles: Role[]): Record<string, () => Result<Outcome>> {
  const { chance, type, state, entries } = walk;
  const situation = { state, type, now: laterThan(walk) };
  const attendantId = chance.oneOf(['att_carla', 'att_davi']);
  const tab = type.tabs.length > 0 ? chance.oneOf(type.tabs) : undefined;
  return {
    move: () => moveOf(walk, chance.oneOf(type.statuses), roles, chance.is(0.8) ? given : {}),
    start: () => decideStartAttendance({ ...situation, attendantId, roles, entries, genericTerms: [] }),
    assign: () => decideAssign({ ...situation, attendantId: chance.is(0.3) ? null : attendantId }),
    update: () => decideUpdate({ ...situation, description: `Texto ${chance.below(3)}`, calendar }),
    note: () =>
      decideNote({
        ...situation,
        noteId: 'not_1',
        body: 'Nota',
        visibility: chance.oneOf(['INTERNAL', 'PUBLIC']),
        files: 0,
      }),
    message: () =>
      decideMessage({ ...situation, messageId: 'msg_1', body: 'Olá', fromBeneficiary: chance.is(0.5), files: 0 }),
    attachment: () =>
      decideAttachment({ ...situation, attachmentId: 'atc_1', visibleToBeneficiary: true, fromBeneficiary: true }),
    entry: () =>
      decideTabEntry({
        ...situation,
        tab,
        newEntryId: 'ent_new',
        entryIds: Array.from({ length: (tab && entries.get(tab.id)) ?? 0 }, (_, index) => `ent_${index}`),
      }),
  };
}

const reopen = (walk: Walk, roles: Role[]): Result<Outcome> =>
  decideReopen({ state: walk.state, type: walk.type, now: laterThan(walk), roles });

/** Applies what was decided, or not, and checks that it is one event, one version and the next link of the chain. */
function advance(walk: Walk, result: Result<Outcome>): void {
  if (!result.ok) {
    if (result.problems.length === 0) throw new Error('refused without a problem');
    return;
  }
  const outcome = result.value;
  if (!outcome.changed) {
    expect(outcome.state).toBe(walk.state);
    return;
  }
  expect(outcome.state.version).toBe(walk.state.version + 1);
  expect(outcome.before).toEqual(walk.changes.at(-1)?.after);
  if (outcome.event.kind === 'TAB_ENTRY_SAVED') {
    walk.entries.set(outcome.event.tabId, (walk.entries.get(outcome.event.tabId) ?? 0) + 1);
  }
  walk.state = outcome.state;
  walk.changes.push(outcome);
}

function step(walk: Walk): void {
  const roles = randomRoles(walk.chance);
  const all = commands(walk, roles);
  const decide = walk.chance.is(0.4) ? all['move'] : walk.chance.oneOf(Object.values(all));
  advance(walk, isClosed(walk.state) ? reopen(walk, roles) : decide!());
}

function eachStep(check: (walk: Walk) => void): void {
  for (let seed = 1; seed <= walks; seed++) {
    const walk = begin(seed);
    for (let count = 0; count < stepsPerWalk; count++) {
      check(walk);
      step(walk);
    }
  }
}

it('what transitions say is what a move answers, for every status and role', () => {
  let free = 0;
  let blocked = 0;
  eachStep((walk) => {
    const roles = randomRoles(walk.chance);
    const { state, type, entries } = walk;
    const transitions = new Map(
      transitionsFor({ state, type, roles, entries, genericTerms: [] }).map((transition) => [
        transition.to.id,
        transition,
      ]),
    );
    for (const target of type.statuses) {
      const codes = codesOf(moveOf(walk, target, roles, given));
      const bare = codesOf(moveOf(walk, target, roles));
      const transition = transitions.get(target.id);
      if (!transition) {
        if (codes.length === 0) throw new Error(`${target.key} can be entered, yet no transition says so`);
        continue;
      }
      const blockedBy = transition.blockedBy.map(({ code }) => code);
      const needed = transition.needs.map((need) => `${need}_REQUIRED`);
      if (codes.join() !== blockedBy.join()) throw new Error(`${codes.join()} is not ${blockedBy.join()}`);
      // Without what it needs a move is refused for that, beside what blocks it anyway.
      if ([...bare].sort().join() !== [...blockedBy, ...needed].sort().join()) {
        throw new Error(`${bare.join()} is not ${blockedBy.join()} and ${needed.join()}`);
      }
      if (blockedBy.length === 0) free++;
      else blocked++;
    }
  });
  expect(free).toBeGreaterThan(10_000);
  expect(blocked).toBeGreaterThan(10_000);
});

it('versions run 1, 2, 3 without a gap, one for each event', () => {
  let events = 0;
  eachStep(({ changes, state }) => {
    if (changes.length !== state.version) throw new Error(`version ${state.version} after ${changes.length} events`);
    events = Math.max(events, changes.length);
  });
  expect(events).toBeGreaterThan(6);
});

it('a closed occurrence takes nothing but reopening, and an open one no reopening', () => {
  let closed = 0;
  eachStep((walk) => {
    const roles = randomRoles(walk.chance);
    const reopening = codesOf(reopen(walk, ['SUPERVISOR'])).join();
    const others = Object.values(commands(walk, roles)).map((decide) => codesOf(decide()).join());
    const saysClosed = others.filter((codes) => codes === 'OCCURRENCE_CLOSED').length;
    if (isClosed(walk.state)) closed++;
    expect([reopening, saysClosed]).toEqual(isClosed(walk.state) ? ['', others.length] : ['TRANSITION_NOT_ALLOWED', 0]);
  });
  expect(closed).toBeGreaterThan(1_000);
});

it('the marks of an occurrence follow its status', () => {
  eachStep(({ state, type }) => {
    const status = statusOf(state, type);
    expect([state.resolvedAt !== null, state.closedAt !== null]).toEqual([status.resolves, status.closes]);
    expect(status.startsAttendance && state.attendanceStartedAt === null).toBe(false);
    expect(status.showInHistory && state.lastShownStatusId !== status.id).toBe(false);
  });
});

it('a beneficiary’s stream enters, goes on and leaves in that order, and names no hidden status', () => {
  for (let seed = 1; seed <= walks; seed++) {
    const walk = begin(seed);
    for (let count = 0; count < stepsPerWalk; count++) step(walk);
    const shownIds = walk.type.statuses.filter(({ showInHistory }) => showInHistory).map(({ id }) => id);
    let inside = false;
    for (const change of walk.changes) {
      const event = { payload: change.event, before: change.before, after: change.after, own: false };
      const view = beneficiaryView(event);
      if (view === 'HIDDEN') continue;
      if ((view === 'ENTERED') === inside) throw new Error(`${view} while ${inside ? 'inside' : 'outside'}`);
      inside = view !== 'LEFT';
      if (view === 'LEFT') continue;
      const from = fromShownToBeneficiary(event);
      if (from !== null && !shownIds.includes(from)) throw new Error(`${from} is hidden`);
    }
    expect(inside).toBe(statusOf(walk.state, walk.type).showInHistory);
  }
});
