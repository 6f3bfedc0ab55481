import type { Problem } from '../../shared/problem.js';
import { type ChatExit, chatExits } from './chat-exits.js';
import type { StatusDefinition, TypeDefinition } from './definition.js';
import type { Fault } from './fault.js';
import type { ChatRules } from './model.js';
import { effectiveNext } from './transition.js';

const day = 86_400;

/** From 1 on; what takes longer than a day is no chat. */
export const chatLimits = {
  maxSimultaneous: 50,
  maxWaiting: 10_000,
  maxWaitSeconds: day,
  beneficiaryInactivitySeconds: day,
  attendantInactivitySeconds: day,
} as const;

interface Exit {
  /** Whether it ends the chat. */
  readonly closes: boolean;
  readonly from: 'WAITING' | 'ATTENDED';
}

const exits: Readonly<Record<ChatExit, Exit>> = {
  gaveUpStatusKey: { closes: true, from: 'WAITING' },
  exhaustedStatusKey: { closes: true, from: 'WAITING' },
  outOfHoursStatusKey: { closes: true, from: 'WAITING' },
  maxWaitStatusKey: { closes: true, from: 'WAITING' },
  pendingStatusKey: { closes: false, from: 'ATTENDED' },
  beneficiaryInactiveStatusKey: { closes: true, from: 'ATTENDED' },
  attendantInactiveStatusKey: { closes: false, from: 'ATTENDED' },
};

/** Which exit a rule in seconds or numbers leads to: each is worth nothing without the other. */
const measures = {
  maxWaiting: 'exhaustedStatusKey',
  maxWaitSeconds: 'maxWaitStatusKey',
  beneficiaryInactivitySeconds: 'beneficiaryInactiveStatusKey',
  attendantInactivitySeconds: 'attendantInactiveStatusKey',
} as const satisfies Partial<Record<keyof ChatRules, ChatExit>>;

/** What is wrong with the rules of a type's chats, by themselves and with the statuses that they lead to. */
export function checkChatRules(definition: TypeDefinition, fault: Fault): Problem[] {
  const { chat, viewMode } = definition;
  if (chat === null) return [];
  if (viewMode !== 'CHAT') return [fault('INVALID', 'Only a type of the view mode CHAT has rules for chats.', 'chat')];
  return [
    ...checkAttendance(definition, fault),
    ...checkNumbers(chat, fault),
    ...chatExits.flatMap((exit) => checkExit(definition, chat, exit, fault)),
  ];
}

const checkAttendance = ({ allowsAttendance, statuses }: TypeDefinition, fault: Fault): Problem[] => [
  ...(allowsAttendance ? [] : [fault('INVALID', 'Chats are attended.', 'allowsAttendance')]),
  ...(statuses.some(isStart)
    ? []
    : [fault('REQUIRED', 'No active status starts attendance, where a chat goes that is taken.', 'statuses')]),
];

const isStart = (status: StatusDefinition): boolean => status.active && status.startsAttendance;
const isDefault = (status: StatusDefinition): boolean => status.active && status.isDefault;

function checkNumbers(chat: ChatRules, fault: Fault): Problem[] {
  const outside = Object.entries(chatLimits).flatMap(([name, most]) => {
    const value = chat[name as keyof typeof chatLimits];
    const within = value === null || (Number.isInteger(value) && value >= 1 && value <= most);
    return within ? [] : [fault('INVALID', `${name} is from 1 to ${most}.`, 'chat', name)];
  });
  const halves = Object.entries(measures).flatMap(([name, exit]) => {
    const given = chat[name as keyof typeof measures] !== null;
    return given && chat[exit] === null
      ? [fault('REQUIRED', `${name} leads nowhere without it.`, 'chat', exit)]
      : !given && chat[exit] !== null
        ? [fault('REQUIRED', `Nothing leads to ${exit} without it.`, 'chat', name)]
        : [];
  });
  return [...outside, ...halves];
}

function checkExit(definition: TypeDefinition, chat: ChatRules, exit: ChatExit, fault: Fault): Problem[] {
  const key = chat[exit];
  if (key === null) return [];
  const wrong = (code: 'NOT_FOUND' | 'INVALID', message: string) => [fault(code, message, 'chat', exit)];
  const status = definition.statuses.find((each) => each.key === key);
  if (!status) return wrong('NOT_FOUND', `There is no status "${key.slice(0, 64)}".`);
  if (!status.active) return wrong('INVALID', `Status "${key}" takes no part any more.`);
  const { closes } = exits[exit];
  if (status.closes !== closes) return wrong('INVALID', closes ? 'It closes the chat.' : 'The chat goes on from it.');
  if (status.resolves && !closes) return wrong('INVALID', 'The chat goes on from it, unresolved.');
  if (status.requiresComment || status.requiresDenialBasis) {
    return wrong('INVALID', 'It happens by itself: nobody is there to comment on it.');
  }
  if (!closes && (status.startsAttendance || status.isDefault)) {
    return wrong('INVALID', 'It is told apart from waiting for the first time, and from being attended.');
  }
  return checkWays(definition, chat, status, exit, fault);
}

/** From each status in which it can happen there is a way to it, and from one that is left again there is a way back. */
function checkWays(
  { statuses }: TypeDefinition,
  chat: ChatRules,
  status: StatusDefinition,
  exit: ChatExit,
  fault: Fault,
): Problem[] {
  const active = statuses.filter((each) => each.active);
  const leads = (from: StatusDefinition, to: StatusDefinition): boolean =>
    effectiveNext(active, from, ({ key }) => key, from.nextStatusKeys).includes(to);
  const start = active.find(isStart);
  const first = active.find(isDefault);
  const back = active.find(({ key, closes }) => key === chat.attendantInactiveStatusKey && !closes);
  const opened = exit === 'exhaustedStatusKey' || exit === 'outOfHoursStatusKey';
  const waiting = opened ? [first] : [first, back];
  const pending = active.find(({ key, closes }) => key === chat.pendingStatusKey && !closes);
  const attended = exit === 'beneficiaryInactiveStatusKey' ? [start, pending] : [start];
  const sources = exits[exit].from === 'WAITING' ? waiting : attended;
  const missing = sources.flatMap((from) =>
    from === undefined || leads(from, status)
      ? []
      : [fault('INVALID', `It cannot be reached from "${from.key}".`, 'chat', exit)],
  );
  const stuck = !status.closes && start !== undefined && !leads(status, start);
  return stuck ? [...missing, fault('INVALID', `"${start.key}" cannot be reached from it.`, 'chat', exit)] : missing;
}
