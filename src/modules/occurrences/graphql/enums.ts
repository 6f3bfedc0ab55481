import { describedEnum } from '../../../platform/graphql/enum.js';
import type { SegmentReason } from '../../calendar/index.js';
import type { Language } from '../clocks/explanation/index.js';
import type { TransitionNeed } from '../decide.js';
import type { ActionSettled, NoteVisibility, SlaStateChanged } from '../events.js';
import type { OccurrenceOrder } from '../list-order.js';
import type { Channel, SlaState } from '../state.js';

export const ChannelEnum = describedEnum<Channel>('Channel', 'How it was opened. Open: more may come.', {
  APP: "In the operator's app.",
  WEB: "On the operator's web site.",
  ATTENDANT: 'By an attendant, face to face.',
  PHONE: 'By an attendant, on the phone.',
  CHAT: 'In the chat: types of the view mode CHAT, and no others.',
  API: 'By a system.',
});

export const NoteVisibilityEnum = describedEnum<NoteVisibility>('NoteVisibility', 'Who reads a note.', {
  INTERNAL: 'Staff and systems alone.',
  PUBLIC: 'The beneficiary, too.',
});

export const SlaStateEnum = describedEnum<SlaState>('SlaState', 'How a deadline stands.', {
  ON_TRACK: 'There is time.',
  AT_RISK: 'Most of the time has passed.',
  BREACHED: 'It is late.',
  PAUSED: 'The clock stands still.',
  MET: 'What had to happen happened in time.',
});

export const SlaSegmentReasonEnum = describedEnum<SegmentReason>(
  'SlaSegmentReason',
  'What became of a stretch of time. Open: more may come.',
  {
    COUNTED: 'It counts.',
    OUTSIDE_HOURS: 'The calendar of the deadline is not open: a weekend, or an hour out of hours.',
    HOLIDAY: 'A holiday; `holiday` names it.',
    PAUSED: 'The clock stood still; `status` says in which status.',
  },
);

export const ExplanationLanguageEnum = describedEnum<Language>(
  'ExplanationLanguage',
  'In which language a deadline is explained. Names are as they were configured. Open: more may come.',
  { PT: 'Portuguese.', EN: 'English.' },
);

export const TransitionNeedEnum = describedEnum<TransitionNeed>(
  'TransitionNeed',
  'What has to be given along with a move. Open: more may come.',
  { COMMENT: 'A comment.', DENIAL_BASIS: 'The reason of the denial and the clause or provision that it rests on.' },
);

export const ClockEnum = describedEnum<SlaStateChanged['clock']>('OccurrenceClock', 'Whose deadline it is.', {
  SLA: "The operator's own promise.",
  REGULATORY: "The regulator's.",
});

export const ActionOutcomeEnum = describedEnum<ActionSettled['outcome']>('ActionOutcome', 'How a delivery ended.', {
  DELIVERED: 'It arrived.',
  FAILED: 'It was given up.',
  SKIPPED: 'It was not sent; the delivery says why.',
});

export const OccurrenceOrderEnum = describedEnum<OccurrenceOrder>('OccurrenceOrder', 'What comes first in a list.', {
  NEWEST: 'What was created last.',
  OLDEST: 'What was created first.',
  RECENTLY_UPDATED: 'What changed last.',
  DUE_SOONEST: 'What is due first, by the earliest of its running clocks; without one, last.',
});
