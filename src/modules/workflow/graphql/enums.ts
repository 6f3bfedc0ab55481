import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.js';
import {
  actionKinds,
  regulatoryKinds,
  slaMetrics,
  slaUnits,
  statusCategories,
  tabContents,
  tabDisplayModes,
  viewModes,
} from '../model.js';

/** Registers the words as an enum, each with its description. */
function describedEnum<const T extends string>(
  name: string,
  description: string,
  values: readonly T[],
  descriptions: Readonly<Record<T, string>>,
): { [K in T]: K } {
  const words = enumOf(values);
  const valuesConfig = Object.fromEntries(values.map((value) => [value, { description: descriptions[value] }]));
  registerEnumType<Record<string, string>>(words, { name, description, valuesConfig });
  return words;
}

export const ViewModeEnum = describedEnum(
  'ViewMode',
  'How occurrences of a type come to be and are shown.',
  viewModes,
  {
    BASIC: 'Self-service: web views, access to a feature.',
    REQUEST: 'Bound to a form: reimbursement, authorisation, registration update.',
    CHAT: 'For conversations alone.',
  },
);

export const SlaUnitEnum = describedEnum('SlaUnit', 'What a deadline is counted in. Open: more may come.', slaUnits, {
  MINUTES: 'Minutes, around the clock.',
  HOURS: 'Hours, around the clock.',
  DAYS: "Days; due with the last instant of the last one, in the operator's time zone.",
  BUSINESS_HOURS: "Hours of the type's calendar.",
  BUSINESS_DAYS: "Business days of the type's calendar; due with the last instant of the last one.",
});

export const SlaMetricEnum = describedEnum('SlaMetric', 'What has to happen in time.', slaMetrics, {
  RESOLUTION: 'A resolving or closing status.',
  FIRST_RESPONSE: 'That attendance starts.',
});

export const RegulatoryKindEnum = describedEnum(
  'RegulatoryKind',
  'The answer that the regulator demands, by kind of request (RN 623/2024). Counted in business days from the next one; it never pauses.',
  regulatoryKinds,
  {
    URGENT: 'At once.',
    ASSISTENTIAL_OTHER: '5 business days.',
    HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION: '10 business days.',
    NON_ASSISTENTIAL: '7 business days.',
    OMBUDSMAN_REANALYSIS: "7 business days from the beneficiary's request.",
  },
);

export const StatusCategoryEnum = describedEnum(
  'StatusCategory',
  "What a status means to reports and to clients that know no operator's own statuses. Open: more may come.",
  statusCategories,
  {
    NEW: 'Nobody has taken it up yet.',
    IN_PROGRESS: 'It is being worked on.',
    WAITING_BENEFICIARY: 'The beneficiary has to do something.',
    WAITING_THIRD_PARTY: 'Somebody else has to do something.',
    RESOLVED: 'Resolved.',
    CLOSED: 'Closed without being resolved.',
  },
);

export const TabDisplayModeEnum = describedEnum(
  'TabDisplayMode',
  'How the entries of a tab are laid out.',
  tabDisplayModes,
  {
    GRID: 'As a table.',
    LIST: 'One below the other.',
  },
);

export const TabContentEnum = describedEnum(
  'TabContent',
  'What a tab shows: a form to fill in, or one of the standing panels of an occurrence. Open: more may come.',
  tabContents,
  {
    FORM: 'A form to fill in.',
    NOTES: 'The notes.',
    ATTACHMENTS: 'The attachments.',
    CONTACT: 'Who asks, and how to reach them.',
    HISTORY: 'What happened so far.',
  },
);

export const ActionKindEnum = describedEnum(
  'ActionKind',
  'By which channel an action goes out. Open: more may come.',
  actionKinds,
  {
    PUSH: 'A push notification to the app.',
    EMAIL: 'An e-mail.',
    HOOK: 'A signed POST to a system.',
    WHATSAPP: 'A WhatsApp message from an approved template.',
    IN_APP: "A message in the beneficiary's in-app inbox.",
  },
);
