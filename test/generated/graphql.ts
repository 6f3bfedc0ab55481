/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How the delivery of an action stands. */
export type ActionDeliveryState =
  /** It arrived, or was taken by what carries it there; that may tell later that it failed after all. */
  | 'DELIVERED'
  /** It was given up. */
  | 'FAILED'
  /** Nothing has been tried yet. */
  | 'PENDING'
  /** It did not arrive yet, and will be tried again. */
  | 'RETRYING'
  /** It was not sent; the attempt says why. */
  | 'SKIPPED';

/** A new action. */
export type ActionInput = {
  /** False takes it out of use. */
  active?: boolean;
  /** Fires only where it holds: JSON Logic over the names of templates, the intake (formulario.…) and tabs (abas.….…); null: always. */
  condition?: Record<string, unknown> | null | undefined;
  /** What its kind needs; texts are Liquid templates. In an update a secret that is left out or given back masked stays. */
  config: Record<string, unknown>;
  /** What it is, for the configurator: "push - autorização - solicitado". */
  description: string;
  /** Stable name inside its type: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** By which channel it goes out. */
  kind: ActionKind;
  /** Fires when an occurrence enters this status. */
  statusKey: string;
};

/** By which channel an action goes out. Open: more may come. */
export type ActionKind =
  /** An e-mail. */
  | 'EMAIL'
  /** A signed POST to a system. */
  | 'HOOK'
  /** A message in the beneficiary's in-app inbox. */
  | 'IN_APP'
  /** A push notification to the app. */
  | 'PUSH'
  /** A WhatsApp message from an approved template. */
  | 'WHATSAPP';

/** A file that was put where an upload said. */
export type AttachmentAddInput = {
  /** One of the caller's own, which belongs to no occurrence yet. */
  uploadId: string;
  /** Whether the beneficiary sees it; they always see their own. */
  visibleToBeneficiary?: boolean;
};

/** What the file will be. */
export type AttachmentUploadCreateInput = {
  /** Its size, exactly: 1 to 20971520 bytes (20 MiB), or less where the operator says so. */
  byteSize: number;
  /** Its media type: application/pdf, image/jpeg, image/png, image/webp, image/gif, image/heic, audio/ogg, audio/mpeg, audio/mp4 or text/plain, or one of the fewer that the operator takes. What is put there must be that. */
  contentType: string;
  /** Its name; folders and characters that no disk or screen should see are left out. 255 bytes at the most. */
  fileName: string;
};

/** A new tab. */
export type AttendanceTabInput = {
  /** False takes it out of use. */
  active?: boolean;
  /** Its form can be filled in more than once. */
  allowsMultipleEntries?: boolean;
  /** What it shows. */
  content?: TabContent;
  /** How its entries are laid out. */
  displayMode?: TabDisplayMode;
  /** Place among the tabs of its type; where it repeats the key decides. */
  displayOrder?: number;
  /** Beneficiaries may fill it in while the occurrence is open. */
  filledByBeneficiary?: boolean;
  /** The form to fill in: content FORM needs one, no other has one. */
  formId?: string | null | undefined;
  /** Stable name inside its type: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** What is written on it: 200 characters at most. */
  name: string;
  /** No resolving or conclusive status before it has an entry. */
  required?: boolean;
  /** Nor any of these. */
  requiredForStatusKeys?: Array<string> | null | undefined;
  /** Beneficiaries see it, and what is filled in. */
  visibleToBeneficiary?: boolean;
};

/** A member; what is left out stays as it is, null clears. */
export type BeneficiaryUpsertInput = {
  /** Where e-mails go to. */
  email?: string | null | undefined;
  /** The number of whose dependant it is: of a member who is nobody’s dependant. */
  holderMembershipNumber?: string | null | undefined;
  /** The number on the card, which tells who it is; 100 characters at the most. */
  membershipNumber: string;
  /** 200 characters at the most. */
  name: string;
  /** Where messages go to; 40 characters at the most. */
  phone?: string | null | undefined;
};

/** A new calendar. */
export type BusinessCalendarCreateInput = {
  /** All days off besides the nine national holidays, which are always out: 100 at most, no day twice. */
  holidays?: Array<BusinessHolidayInput>;
  /** Whether occurrence types that name no calendar use it; the one that was the default so far is it no longer. */
  isDefault?: boolean;
  /** Stable name, unique among the calendars: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** What it is called: 200 characters at most. */
  name: string;
  /** The IANA time zone of its days and hours, such as America/Manaus; no fixed offset. Null: the operator's. */
  timeZone?: string | null | undefined;
  /** All hours of a week: 1 to 70 spans without overlaps, 240 minutes together at the least. A weekday without any is no business day. */
  weeklyHours: Array<BusinessHoursInput>;
};

/** A day of the year without business time: either by date or by Easter. */
export type BusinessHolidayInput = {
  /** The day, "2027-09-08", or "09-08" for every year. */
  date?: string | null | undefined;
  /** Days after Easter Sunday, -80 to 100: -48 and -47 are Monday and Tuesday of Carnival, -2 Good Friday, 60 Corpus Christi. */
  daysAfterEaster?: number | null | undefined;
  /** Whether the regulator's clock (RN 623/2024) takes it for no business day either, for occurrences of types with this calendar. That lengthens a legal deadline: it is the operator's own choice and risk, for each holiday by name. */
  lengthensRegulatoryAnswer?: boolean;
  /** What it is called where a deadline is explained: 200 characters at most. */
  name: string;
};

/** A span of a weekday in which business time counts, by the clocks of the zone. */
export type BusinessHoursInput = {
  /** From this minute on: "00:00" to "23:59". */
  from: string;
  /** Up to this minute, which does not belong to it: later than from, "24:00" at the most. Hours over midnight are two, one for each day. */
  to: string;
  /** Of each week. */
  weekday: Weekday;
};

/** How it was opened. Open: more may come. */
export type Channel =
  /** By a system. */
  | 'API'
  /** In the operator's app. */
  | 'APP'
  /** By an attendant, face to face. */
  | 'ATTENDANT'
  /** In the chat: types of the view mode CHAT, and no others. */
  | 'CHAT'
  /** By an attendant, on the phone. */
  | 'PHONE'
  /** On the operator's web site. */
  | 'WEB';

/** How the chats of a type wait and are attended. Where an exit names no status, it does not happen; all that is wrong with it is told with its path, along with what else is wrong with the type. In effect by now: maxSimultaneous (queueClaimNext). The rest is kept and checked, and moves no chat by itself yet. */
export type ChatRulesInput = {
  /** Whether attendants hand chats on to others, or back into the queue; what a supervisor assigns is no transfer. */
  allowsTransfer?: boolean;
  /** Where one goes whose attendant has been silent: one that does not close, from which it is taken again. */
  attendantInactiveStatusKey?: string | null | undefined;
  /** How long an attendant may be silent after taking it, or after a member's message, 1 to 86,400 seconds, until the chat is led to attendantInactiveStatusKey. null: for ever. */
  attendantInactivitySeconds?: number | null | undefined;
  /** Where one goes whose member has been silent: a closing status, next to the one that starts attendance. */
  beneficiaryInactiveStatusKey?: string | null | undefined;
  /** How long a member may be silent after an attendant's message, 1 to 86,400 seconds, until the chat is led to beneficiaryInactiveStatusKey. null: for ever. */
  beneficiaryInactivitySeconds?: number | null | undefined;
  /** Where one goes that is opened while maxWaiting wait: a closing status, next to the default one. */
  exhaustedStatusKey?: string | null | undefined;
  /** Where a chat goes whose member leaves while waiting: a closing status. */
  gaveUpStatusKey?: string | null | undefined;
  /** How many chats of the type an attendant has at once: 1 to 50. What an attendant is assigned and is open counts, but for what is pending. */
  maxSimultaneous: number;
  /** How long one waits, 1 to 86,400 seconds, until it is led to maxWaitStatusKey. null: for ever. */
  maxWaitSeconds?: number | null | undefined;
  /** Where one goes that has waited for maxWaitSeconds: a closing status. */
  maxWaitStatusKey?: string | null | undefined;
  /** How many may wait at once, 1 to 10,000: what is opened beyond is led to exhaustedStatusKey at once. null: any number. */
  maxWaiting?: number | null | undefined;
  /** Where one goes that is opened outside the hours of the type's calendar: a closing status, next to the default one. null: chats are opened at any time. */
  outOfHoursStatusKey?: string | null | undefined;
  /** Where one goes whose member leaves while attended: one that does not close, from which attendance goes on. null: leaving changes nothing then. */
  pendingStatusKey?: string | null | undefined;
};

/** Why a request is denied, in writing. */
export type DenialBasisInput = {
  /** Contract clause or legal provision: up to 500 characters. */
  provision: string;
  /** In plain language: up to 4,000 characters. Along with a conclusive status one that concludes nothing ("em análise") is GENERIC_ANSWER. */
  reason: string;
};

/** What a feature opens. */
export type FeatureLinkInput = {
  /** Of the feature: a lower-case letter and up to 63 more, digits, _ or -. A new one makes a feature. */
  key: string;
  /** What it is called; null: as before, or as the type is. */
  name?: string | null | undefined;
  /** The type that it opens, instead of whatever it opened before. */
  occurrenceTypeId: string;
};

/** A new form. */
export type FormDefinitionCreateInput = {
  /** Stable name, unique among the forms: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** What it is called: 200 characters at most. */
  name: string;
  /** JSON Schema 2020-12 of type "object": 256 KiB at most, without references to other documents. */
  schema: Record<string, unknown>;
  /** JSON Forms UI schema; null: as the schema goes. */
  uiSchema?: Record<string, unknown> | null | undefined;
};

/** A message between the beneficiary and the attendants. */
export type MessagePostInput = {
  /** 1 to 10,000 characters; may be empty where files come with it. */
  body: string;
  /** Of up to 200 printable ASCII characters, known for 7 days: the same key posts the same message once. */
  idempotencyKey?: string | null | undefined;
  /** Files that go with it, up to 10: the uploadId of each, which the caller has put there and attached to nothing yet. */
  uploadIds?: Array<string> | null | undefined;
};

/** A remark. */
export type NoteAddInput = {
  /** 1 to 10,000 characters; may be empty where files come with it. */
  body: string;
  /** Files that go with it, up to 10: the uploadId of each, which the caller has put there and attached to nothing yet. Who reads the note sees them. */
  uploadIds?: Array<string> | null | undefined;
  /** Who reads it. */
  visibility?: NoteVisibility;
};

/** Who reads a note. */
export type NoteVisibility =
  /** Staff and systems alone. */
  | 'INTERNAL'
  /** The beneficiary, too. */
  | 'PUBLIC';

/** Who is to work on an occurrence. */
export type OccurrenceAssignInput = {
  /** null: back to the queue. Supervisors alone name somebody else. */
  attendantId?: string | null | undefined;
  /** The version that the caller has seen: CONFLICT where the same thing has changed since. Without it, the change is made whatever happened. */
  expectedVersion?: number | null | undefined;
};

/** Where an occurrence moves to. */
export type OccurrenceChangeStatusInput = {
  /** Shown to the beneficiary, up to 4,000 characters; internal remarks are notes. Along with a conclusive status one that concludes nothing ("em análise") is GENERIC_ANSWER: what members read with it is the answer. */
  comment?: string | null | undefined;
  /** Needed where the status demands it. */
  denialBasis?: DenialBasisInput | null | undefined;
  /** The version that the caller has seen: CONFLICT where the same thing has changed since. Without it, the change is made whatever happened. */
  expectedVersion?: number | null | undefined;
  /** The status; one of statusId and statusKey is needed. */
  statusId?: string | null | undefined;
  /** The status, by its key in the type. */
  statusKey?: string | null | undefined;
};

/** A new occurrence: of one type, for one member. */
export type OccurrenceCreateInput = {
  /** For whom; a beneficiary: self unless a dependant is named. Staff and systems name one. */
  beneficiaryId?: string | null | undefined;
  /** APP for a beneficiary, ATTENDANT for staff, API for a system, unless given. */
  channel?: Channel | null | undefined;
  /** What it is about: 1 to 10,000 characters. */
  description: string;
  /** The feature that it is opened through, by key. */
  featureKey?: string | null | undefined;
  /** Of up to 200 printable ASCII characters, known for 7 days: the same key gives the same occurrence back, as it is now. */
  idempotencyKey?: string | null | undefined;
  /** The type's intake form, filled in: needed where the type has one, refused where not. Files are named by uploadId. */
  intake?: Record<string, unknown> | null | undefined;
  /** A number that is known, of the same contact: one that covers an occurrence of somebody of the same family, closed or not; for a member, one that they see (else NOT_FOUND; INVALID for that of somebody else). Without it a new one is issued. A system may bring one of its own along, kept as text: 1 to 64 printable characters, and INVALID where it has the shape of numbers that are issued here. 20 digits may be spaced by blanks, dots, dashes and slashes. */
  protocolNumber?: string | null | undefined;
  /** Else the first of the type's regulatoryRules that holds over the intake decides, else the type. Staff and systems alone name it (ROLE_NOT_ALLOWED); later a supervisor changes it, with a reason. */
  regulatoryKind?: RegulatoryKind | null | undefined;
  /** Who asks; a beneficiary: always self. Else the beneficiary unless named. */
  requesterId?: string | null | undefined;
  /** Its type; one of typeId, typeKey and featureKey is needed. */
  typeId?: string | null | undefined;
  /** Its type, by key. */
  typeKey?: string | null | undefined;
};

/** Which occurrences: fields are ANDed, the values of a list ORed, an empty list selects nothing, as does a name that is unknown. */
export type OccurrenceFilter = {
  /** Assigned to this attendant. */
  attendantId?: string | null | undefined;
  /** For this beneficiary. */
  beneficiaryId?: string | null | undefined;
  /** Created at this instant or later. */
  createdFrom?: string | null | undefined;
  /** Created before this instant. */
  createdTo?: string | null | undefined;
  /** true: assigned to the caller; false: not so. */
  mine?: boolean | null | undefined;
  /** true: not closed; false: closed. */
  open?: boolean | null | undefined;
  /** The regulator's deadline stands in one of these ways, as its events tell it: within 2 s of the instant. */
  regulatoryStates?: Array<SlaState> | null | undefined;
  /** Protocol number (20 digits may be spaced), words of the description, name or number of the beneficiary; accents ignored; a blank one is none; 200 characters at the most. Not for streams. */
  search?: string | null | undefined;
  /** The operator's own deadline stands in one of these ways, as its events tell it: within 2 s of the instant. For a beneficiary any list selects nothing. */
  slaStates?: Array<SlaState> | null | undefined;
  /** In one of these statuses. */
  statusIds?: Array<string> | null | undefined;
  /** In a status of one of these keys, whatever the type. */
  statusKeys?: Array<string> | null | undefined;
  /** Of a type of one of these teams, active or not, as they are when the operation begins: a stream keeps to them. For a beneficiary any list selects nothing. */
  teamIds?: Array<string> | null | undefined;
  /** Of one of these types. */
  typeIds?: Array<string> | null | undefined;
  /** Of one of these types, by key. */
  typeKeys?: Array<string> | null | undefined;
  /** true: nobody has taken it; false: somebody has. */
  unassigned?: boolean | null | undefined;
  /** Of a type of one of these view modes. */
  viewModes?: Array<ViewMode> | null | undefined;
};

/** What comes first in a list. */
export type OccurrenceOrder =
  /** What is due first, by the earliest of its running clocks; without one, last. */
  | 'DUE_SOONEST'
  /** What was created last. */
  | 'NEWEST'
  /** What was created first. */
  | 'OLDEST'
  /** What changed last. */
  | 'RECENTLY_UPDATED';

/** Why the ombudsman is to look at a denial again. */
export type OccurrenceRequestReanalysisInput = {
  /** APP for a beneficiary, ATTENDANT for staff, API for a system, unless given; never CHAT. */
  channel?: Channel | null | undefined;
  /** Of up to 200 printable ASCII characters, known for 7 days: the same key gives the same re-analysis back, even where it was denied again since. */
  idempotencyKey?: string | null | undefined;
  /** What speaks against the denial: 1 to 10,000 characters. */
  reason: string;
};

/** A whole new type: all of it is saved, or nothing. */
export type OccurrenceTypeCreateInput = {
  /** What is sent out: 300 at most. */
  actions?: Array<ActionInput>;
  /** False: attendants cannot move its status; systems can. */
  allowsAttendance: boolean;
  /** By which the deadlines of its occurrences are counted from then on: an active one. Null: the operator's default one, and where there is none Monday to Friday, 08:00 to 18:00. */
  businessCalendarId?: string | null | undefined;
  /** How its chats wait and are attended; for the view mode CHAT alone, else INVALID. null: none, and nothing about them happens by itself. */
  chat?: ChatRulesInput | null | undefined;
  /** What is filled in to open one; null: nothing. */
  intakeFormId?: string | null | undefined;
  /** Stable name, unique among the types: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** What it is called: 200 characters at most. */
  name: string;
  /** How the protocols of its occurrences are numbered: an active one. */
  protocolTypeId: string;
  /** Of which type re-analyses of its denials are opened (RN 623/2024, art. 16): an active one of the kind OMBUDSMAN_REANALYSIS, without an intake form. null: the only one of that kind that the operator has. */
  reanalysisTypeId?: string | null | undefined;
  /** The kind that its occurrences have unless a rule or whoever opens them gives another; null: no regulatory clock. */
  regulatoryKind?: RegulatoryKind | null | undefined;
  /** The first whose condition holds over the intake decides the kind of a new occurrence, before regulatoryKind: 20 at most; null: none. INVALID with its path where a condition reads what the intake form has not. */
  regulatoryRules?: Array<RegulatoryRuleInput> | null | undefined;
  /** The operator's own deadline; null: none. */
  sla?: SlaPolicyInput | null | undefined;
  /** Exactly one is the default, at least one closes, and each can be reached from the default one: 100 at most. */
  statuses: Array<StatusInput>;
  /** The tabs of the attendant panel: 50 at most. */
  tabs?: Array<AttendanceTabInput>;
  /** How its occurrences come to be and are shown. */
  viewMode: ViewMode;
};

/** Which version the caller has seen. */
export type OccurrenceVersionInput = {
  /** The version that the caller has seen: CONFLICT where the same thing has changed since. Without it, the change is made whatever happened. */
  expectedVersion?: number | null | undefined;
};

/** How the numbers of protocols are made. */
export type ProtocolNumbering =
  /** The regulator's 20-digit number: registry (6), date yyyymmdd (8), sequence of the day (6). A day has 999,999; after them occurrenceCreate answers NOT_AVAILABLE until the next. */
  | 'ANS'
  /** A prefix and a running number, or whatever the pattern says. */
  | 'SEQUENTIAL';

/** Who gave the number of a protocol. */
export type ProtocolOrigin =
  /** A system brought it along, such as an ERP or a call centre; never one that could be issued here. */
  | 'EXTERNAL'
  /** It was issued here, by a protocol type. */
  | 'ISSUED';

/** When the running number of protocols begins at one again, in the time zone of the operator. */
export type ProtocolReset =
  /** Every day: the pattern has {yyyy}, {mm} and {dd}. */
  | 'DAILY'
  /** Every month: the pattern has {yyyy} and {mm}. */
  | 'MONTHLY'
  /** It never does: a pattern whose numbers have run out issues no more. */
  | 'NEVER'
  /** Every year: the pattern has {yyyy}. */
  | 'YEARLY';

/** A new protocol type. */
export type ProtocolTypeCreateInput = {
  /** Stable name, unique among the protocol types: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** What it is called: 200 characters at most. */
  name: string;
  /** How its numbers are made; fixed once one was issued. */
  numbering: ProtocolNumbering;
  /** What numbers of SEQUENTIAL are made of, such as "{prefix}{yyyy}-{seq:6}": {prefix}, {registry} (the six digits of the operator), {yyyy}, {mm}, {dd} (the day of the occurrence in the time zone of the operator), once {seq:3} to {seq:9} (the running number, with leading zeros), and between them capital letters, digits, -, . and /. 100 characters at the most, its numbers 40. TAKEN where a number could be one of another type, one that was issued by another pattern, or one that a system has brought along; types of the same pattern and reset count together. Once the running number has all its digits 9, occurrenceCreate answers NOT_AVAILABLE until the next period. A change leaves what was issued as it is; a pattern that was used before goes on where it stood. */
  pattern?: string | null | undefined;
  /** What running numbers begin with: 12 capital letters, digits or - at the most; SEQUENTIAL alone takes one. */
  prefix?: string | null | undefined;
  /** When the running number begins at one again: the pattern has the parts of the date that go with it, so that no number comes twice. NEVER unless given; of ANS DAILY. */
  reset?: ProtocolReset | null | undefined;
};

/** The answer that the regulator demands, by kind of request (RN 623/2024). Counted in business days from the next one; it never pauses. */
export type RegulatoryKind =
  /** 5 business days. */
  | 'ASSISTENTIAL_OTHER'
  /** 10 business days. */
  | 'HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION'
  /** 7 business days. */
  | 'NON_ASSISTENTIAL'
  /** 7 business days from the beneficiary's request. */
  | 'OMBUDSMAN_REANALYSIS'
  /** At once. */
  | 'URGENT';

/** By what is filled in, what kind of answer the regulator demands. */
export type RegulatoryRuleInput = {
  /** JSON Logic over the fields of the intake form, `formulario.<field>`: within the bounds of the condition of an action. */
  condition: Record<string, unknown>;
  /** What the occurrence is then. */
  kind: RegulatoryKind;
};

/** Into which periods a report is cut, by the operator's time zone. */
export type ReportPeriod =
  /** Days. */
  | 'DAY'
  /** Months of the calendar. */
  | 'MONTH'
  /** Weeks, from Monday to Sunday. */
  | 'WEEK';

/** What somebody is to the operator; the credentials say it. */
export type Role =
  /** Works the queue. */
  | 'ATTENDANT'
  /** Opens occurrences, follows the history of their own, sees external descriptions only; combines with no other role. */
  | 'BENEFICIARY'
  /** Defines protocol types, forms, occurrence types, statuses, tabs and actions. */
  | 'CONFIGURATOR'
  /** A system with an API token, limited to the scopes of that token. */
  | 'INTEGRATION'
  /** Counts as an attendant too; assigns others, changes in bulk, reopens, sends actions again. */
  | 'SUPERVISOR';

/** What has to happen in time. */
export type SlaMetric =
  /** That attendance starts. */
  | 'FIRST_RESPONSE'
  /** A resolving or closing status. */
  | 'RESOLUTION';

/** The operator's own promise. */
export type SlaPolicyInput = {
  /** How many units it takes at the most: from 1, up to two years. */
  amount: number;
  /** What has to happen by then. */
  metric?: SlaMetric;
  /** What is counted. */
  unit: SlaUnit;
  /** When it counts as at risk, in percent of the time: 1 to 100. */
  warnAtPercent?: number;
};

/** How a deadline stands. */
export type SlaState =
  /** Most of the time has passed. */
  | 'AT_RISK'
  /** It is late. */
  | 'BREACHED'
  /** What had to happen happened in time. */
  | 'MET'
  /** There is time. */
  | 'ON_TRACK'
  /** The clock stands still. */
  | 'PAUSED';

/** What a deadline is counted in. Open: more may come. */
export type SlaUnit =
  /** Business days of the type's calendar; due with the last instant of the last one. */
  | 'BUSINESS_DAYS'
  /** Hours of the type's calendar. */
  | 'BUSINESS_HOURS'
  /** Days; due with the last instant of the last one, in the operator's time zone. */
  | 'DAYS'
  /** Hours, around the clock. */
  | 'HOURS'
  /** Minutes, around the clock. */
  | 'MINUTES';

/** What a status means to reports and to clients that know no operator's own statuses. Open: more may come. */
export type StatusCategory =
  /** Closed without being resolved. */
  | 'CLOSED'
  /** It is being worked on. */
  | 'IN_PROGRESS'
  /** Nobody has taken it up yet. */
  | 'NEW'
  /** Resolved. */
  | 'RESOLVED'
  /** The beneficiary has to do something. */
  | 'WAITING_BENEFICIARY'
  /** Somebody else has to do something. */
  | 'WAITING_THIRD_PARTY';

/** A new status. */
export type StatusInput = {
  /** False takes it out of use; refused while occurrences are in it, and for the default one. */
  active?: boolean;
  /** Who may move an occurrence into it; null: ATTENDANT, SUPERVISOR, INTEGRATION. BENEFICIARY is refused. */
  allowedRoles?: Array<Role> | null | undefined;
  /** Null: NEW for the default one, RESOLVED where it resolves, CLOSED where it closes, WAITING_BENEFICIARY where it pauses the SLA, else IN_PROGRESS. */
  category?: StatusCategory | null | undefined;
  /** Nothing changes after it but by reopening. */
  closes?: boolean;
  /** Hexadecimal with six digits: "#1D4ED8". */
  color: string;
  /** Answers the request and stops the regulatory clock, so that its external description concludes something; null: as resolves. */
  conclusive?: boolean | null | undefined;
  /** Place among the statuses of its type; where it repeats the key decides. */
  displayOrder?: number;
  /** What beneficiaries read: 500 characters at most. GENERIC_ANSWER where an active conclusive status says nothing but "em análise" or another of the operator's genericAnswerTerms. */
  externalDescription: string;
  /** What the attendant panel shows: 500 characters at most. */
  internalDescription: string;
  /** New occurrences begin here: exactly one active status of a type. */
  isDefault?: boolean;
  /** Stable name inside its type: a lower-case letter and up to 63 more, digits, _ or -. */
  key: string;
  /** Where an occurrence may go from here; null: any other active status of the type, none where it closes. */
  nextStatusKeys?: Array<string> | null | undefined;
  /** The operator's own clock stands still. */
  pausesSla?: boolean;
  /** Adds this one to the next ones of those. */
  previousStatusKeys?: Array<string> | null | undefined;
  /** Entering it needs a comment. */
  requiresComment?: boolean;
  /** Entering it needs the contract clause or legal provision of the denial. */
  requiresDenialBasis?: boolean;
  /** The request is resolved. */
  resolves?: boolean;
  /** False: an occurrence in this status is not in its beneficiary's history. */
  showInHistory?: boolean;
  /** Given when an attendant starts: at most one active status of a type. */
  startsAttendance?: boolean;
};

/** What a tab shows: a form to fill in, or one of the standing panels of an occurrence. Open: more may come. */
export type TabContent =
  /** The attachments. */
  | 'ATTACHMENTS'
  /** Who asks, and how to reach them. */
  | 'CONTACT'
  /** A form to fill in. */
  | 'FORM'
  /** What happened so far. */
  | 'HISTORY'
  /** The notes. */
  | 'NOTES';

/** How the entries of a tab are laid out. */
export type TabDisplayMode =
  /** As a table. */
  | 'GRID'
  /** One below the other. */
  | 'LIST';

/** A filled-in form of a tab. */
export type TabEntrySaveInput = {
  /** All of the data; files are named by uploadId, or by the id of what is attached already. */
  data: Record<string, unknown>;
  /** To change an entry; without it a new one. */
  entryId?: string | null | undefined;
  /** The version that the caller has seen: CONFLICT where the same thing has changed since. Without it, the change is made whatever happened. */
  expectedVersion?: number | null | undefined;
  /** The tab; one of tabId and tabKey is needed. */
  tabId?: string | null | undefined;
  /** The tab, by its key in the type. */
  tabKey?: string | null | undefined;
};

/** What has to be given along with a move. Open: more may come. */
export type TransitionNeed =
  /** A comment. */
  | 'COMMENT'
  /** The reason of the denial and the clause or provision that it rests on. */
  | 'DENIAL_BASIS';

/** What a payload of a stream tells. */
export type UpdateKind =
  /** It now matches the filter. */
  | 'ENTERED'
  /** The cursor is too old, of another log, or this client too slow: read the query again, then go on from this cursor. */
  | 'GAP'
  /** It no longer does, or the caller may no longer see it. */
  | 'LEFT'
  /** The first payload of every stream: from here on nothing is missed. */
  | 'READY'
  /** It still does. */
  | 'UPDATED';

/** What is wrong, in a word that a client can decide by. Open: more may come. */
export type UserErrorCode =
  /** The type has no attendance: systems alone move its status. */
  | 'ATTENDANCE_NOT_ALLOWED'
  /** The status needs a comment. */
  | 'COMMENT_REQUIRED'
  /** Somebody else changed the same thing since `expectedVersion`; the payload carries the occurrence as it is now. */
  | 'CONFLICT'
  /** The status needs the contract clause or legal provision, in writing. */
  | 'DENIAL_BASIS_REQUIRED'
  /** The data does not satisfy the form; one error for each place, with its path. */
  | 'FORM_INVALID'
  /** A conclusive status with a text that concludes nothing ("em análise"). */
  | 'GENERIC_ANSWER'
  /** The same key with another content. */
  | 'IDEMPOTENCY_MISMATCH'
  /** A value that is malformed or out of range. */
  | 'INVALID'
  /** It cannot be deactivated or changed while something needs it. */
  | 'IN_USE'
  /** This server is not set up for it, or there is no more of it. */
  | 'NOT_AVAILABLE'
  /** What is named does not exist, or not for this caller. */
  | 'NOT_FOUND'
  /** A closed occurrence takes nothing but reopening. */
  | 'OCCURRENCE_CLOSED'
  /** A value that is missing. */
  | 'REQUIRED'
  /** The caller's role may not move an occurrence into the status. */
  | 'ROLE_NOT_ALLOWED'
  /** The status takes no part any more. */
  | 'STATUS_INACTIVE'
  /** A required tab has no entry. */
  | 'TAB_INCOMPLETE'
  /** The tab takes one entry and has it. */
  | 'TAB_SINGLE_ENTRY'
  /** A key, a name or a number that exists already, or could. */
  | 'TAKEN'
  /** The time in which it could be done is over. */
  | 'TOO_LATE'
  /** The status cannot be reached from the present one. */
  | 'TRANSITION_NOT_ALLOWED'
  /** A CHAT type outside the chat, and the like. */
  | 'VIEW_MODE_MISMATCH';

/** How occurrences of a type come to be and are shown. */
export type ViewMode =
  /** Self-service: web views, access to a feature. */
  | 'BASIC'
  /** For conversations alone. */
  | 'CHAT'
  /** Bound to a form: reimbursement, authorisation, registration update. */
  | 'REQUEST';

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

export type AddNoteMutationVariables = Exact<{
  id: string;
  input: NoteAddInput;
}>;


export type AddNoteMutation = { occurrenceNoteAdd: { cursor: string | null, note: { id: string, body: string, visibility: NoteVisibility } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type AssignMutationVariables = Exact<{
  id: string;
  input: OccurrenceAssignInput;
}>;


export type AssignMutation = { occurrenceAssign: { cursor: string | null, occurrence: { version: number, attendant: { id: string, name: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type AttachMutationVariables = Exact<{
  id: string;
  input: AttachmentAddInput;
}>;


export type AttachMutation = { occurrenceAttachmentAdd: { cursor: string | null, attachment: { id: string, fileName: string, contentType: string, byteSize: number, url: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type BusinessTimeQueryVariables = Exact<{
  from: string;
  calendarId?: string | null | undefined;
  addMinutes?: number | null | undefined;
  addDays?: number | null | undefined;
  until?: string | null | undefined;
}>;


export type BusinessTimeQuery = { businessTime: { from: string, until: string, minutes: number, days: number } | null };

export type ChangeStatusMutationVariables = Exact<{
  id: string;
  input: OccurrenceChangeStatusInput;
}>;


export type ChangeStatusMutation = { occurrenceChangeStatus: { cursor: string | null, occurrence: { version: number, status: { key: string } } | null, userErrors: Array<
      | { __typename: 'GeneralUserError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'StatusTransitionNotAllowed', from: string, to: string, allowed: Array<string>, code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'VersionConflict', currentVersion: number, code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CountersQueryVariables = Exact<{
  filter?: OccurrenceFilter | null | undefined;
}>;


export type CountersQuery = { occurrenceCounters: { total: number, unassigned: number, byStatus: Array<{ count: number, status: { key: string } }> } };

export type CreateBusinessCalendarMutationVariables = Exact<{
  input: BusinessCalendarCreateInput;
}>;


export type CreateBusinessCalendarMutation = { businessCalendarCreate: { businessCalendar: { id: string, key: string, name: string, isDefault: boolean, timeZone: string | null, weeklyHours: Array<{ weekday: Weekday, from: string, to: string }>, holidays: Array<{ name: string, date: string | null, daysAfterEaster: number | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateFormMutationVariables = Exact<{
  input: FormDefinitionCreateInput;
}>;


export type CreateFormMutation = { formDefinitionCreate: { formDefinition: { id: string, key: string, version: number } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateOccurrenceTypeMutationVariables = Exact<{
  input: OccurrenceTypeCreateInput;
}>;


export type CreateOccurrenceTypeMutation = { occurrenceTypeCreate: { occurrenceType: { id: string, key: string, defaultStatus: { key: string }, statuses: Array<{ id: string, key: string, category: StatusCategory, nextStatuses: Array<{ key: string }> }>, tabs: Array<{ id: string, key: string, required: boolean }>, actions: Array<{ id: string, key: string, kind: ActionKind }> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateProtocolTypeMutationVariables = Exact<{
  input: ProtocolTypeCreateInput;
}>;


export type CreateProtocolTypeMutation = { protocolTypeCreate: { protocolType: { id: string, key: string, numbering: ProtocolNumbering, pattern: string | null, reset: ProtocolReset, example: string } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type CreateUploadMutationVariables = Exact<{
  input: AttachmentUploadCreateInput;
}>;


export type CreateUploadMutation = { attachmentUploadCreate: { uploadId: string | null, uploadUrl: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type DeliveriesQueryVariables = Exact<{
  occurrenceId?: string | null | undefined;
  states?: Array<ActionDeliveryState> | ActionDeliveryState | null | undefined;
  first?: number | null | undefined;
}>;


export type DeliveriesQuery = { actionDeliveries: { nodes: Array<{ id: string, state: ActionDeliveryState, action: { key: string, kind: ActionKind }, attempts: Array<{ outcome: string, detail: string | null }> }> } };

export type FollowActivitySubscriptionVariables = Exact<{
  occurrenceId: string;
}>;


export type FollowActivitySubscription = { occurrenceActivity: { viewers: Array<string>, typing: Array<string> } };

export type FollowCountersSubscriptionVariables = Exact<{
  filter?: OccurrenceFilter | null | undefined;
}>;


export type FollowCountersSubscription = { queueCounters: { total: number, unassigned: number, byStatus: Array<{ count: number, status: { key: string } }> } };

export type FollowMineSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowMineSubscription = { myOccurrenceUpdates: { kind: UpdateKind, cursor: string, occurrenceId: string | null, event:
      | { __typename: 'OccurrenceActionSettled' }
      | { __typename: 'OccurrenceAssigned' }
      | { __typename: 'OccurrenceAttachmentAdded' }
      | { __typename: 'OccurrenceCreated' }
      | { __typename: 'OccurrenceMessageEdited' }
      | { __typename: 'OccurrenceMessagePosted' }
      | { __typename: 'OccurrenceMessageWithdrawn' }
      | { __typename: 'OccurrenceMessagesRead' }
      | { __typename: 'OccurrenceNoteAdded' }
      | { __typename: 'OccurrenceReanalysisRequested' }
      | { __typename: 'OccurrenceReopened' }
      | { __typename: 'OccurrenceSlaStateChanged' }
      | { __typename: 'OccurrenceStatusChanged', to: { externalDescription: string } }
      | { __typename: 'OccurrenceTabEntrySaved' }
      | { __typename: 'OccurrenceUpdated' }
     | null, occurrence: { protocolNumber: string, status: { externalDescription: string } } | null } };

export type FollowOccurrenceSubscriptionVariables = Exact<{
  occurrenceId: string;
  after?: string | null | undefined;
}>;


export type FollowOccurrenceSubscription = { occurrenceUpdates: { kind: UpdateKind, cursor: string, event:
      | { __typename: 'OccurrenceActionSettled', version: number, actor: string }
      | { __typename: 'OccurrenceAssigned', version: number, actor: string }
      | { __typename: 'OccurrenceAttachmentAdded', version: number, actor: string }
      | { __typename: 'OccurrenceCreated', version: number, actor: string }
      | { __typename: 'OccurrenceMessageEdited', version: number, actor: string }
      | { __typename: 'OccurrenceMessagePosted', version: number, actor: string }
      | { __typename: 'OccurrenceMessageWithdrawn', version: number, actor: string }
      | { __typename: 'OccurrenceMessagesRead', version: number, actor: string }
      | { __typename: 'OccurrenceNoteAdded', version: number, actor: string }
      | { __typename: 'OccurrenceReanalysisRequested', version: number, actor: string }
      | { __typename: 'OccurrenceReopened', version: number, actor: string }
      | { __typename: 'OccurrenceSlaStateChanged', version: number, actor: string }
      | { __typename: 'OccurrenceStatusChanged', version: number, actor: string }
      | { __typename: 'OccurrenceTabEntrySaved', version: number, actor: string }
      | { __typename: 'OccurrenceUpdated', version: number, actor: string }
     | null, occurrence: { version: number, status: { key: string, externalDescription: string } } | null } };

export type FollowQueueSubscriptionVariables = Exact<{
  filter?: OccurrenceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type FollowQueueSubscription = { queueUpdates: { kind: UpdateKind, cursor: string, occurrenceId: string | null, event:
      | { __typename: 'OccurrenceActionSettled', version: number, actor: string }
      | { __typename: 'OccurrenceAssigned', version: number, actor: string }
      | { __typename: 'OccurrenceAttachmentAdded', version: number, actor: string }
      | { __typename: 'OccurrenceCreated', version: number, actor: string }
      | { __typename: 'OccurrenceMessageEdited', version: number, actor: string }
      | { __typename: 'OccurrenceMessagePosted', version: number, actor: string }
      | { __typename: 'OccurrenceMessageWithdrawn', version: number, actor: string }
      | { __typename: 'OccurrenceMessagesRead', version: number, actor: string }
      | { __typename: 'OccurrenceNoteAdded', version: number, actor: string }
      | { __typename: 'OccurrenceReanalysisRequested', version: number, actor: string }
      | { __typename: 'OccurrenceReopened', version: number, actor: string }
      | { __typename: 'OccurrenceSlaStateChanged', version: number, actor: string }
      | { __typename: 'OccurrenceStatusChanged', version: number, actor: string, from: { key: string }, to: { key: string } }
      | { __typename: 'OccurrenceTabEntrySaved', version: number, actor: string }
      | { __typename: 'OccurrenceUpdated', version: number, actor: string }
     | null, occurrence: { protocolNumber: string, version: number, status: { key: string } } | null } };

export type HistoryQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type HistoryQuery = { occurrence: { history: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
        | { __typename: 'OccurrenceActionSettled', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceAssigned', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceAttachmentAdded', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceCreated', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceMessageEdited', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceMessagePosted', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceMessageWithdrawn', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceMessagesRead', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceNoteAdded', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceReanalysisRequested', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceReopened', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceSlaStateChanged', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceStatusChanged', comment: string | null, version: number, occurredAt: string, actor: string, from: { key: string }, to: { key: string } }
        | { __typename: 'OccurrenceTabEntrySaved', version: number, occurredAt: string, actor: string }
        | { __typename: 'OccurrenceUpdated', version: number, occurredAt: string, actor: string }
      > } } | null };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  unreadOnly?: boolean | null | undefined;
}>;


export type InboxQuery = { inbox: { nodes: Array<{ id: string, title: string, body: string, readAt: string | null, occurrence: { protocolNumber: string } | null }> } };

export type LinkFeatureMutationVariables = Exact<{
  input: FeatureLinkInput;
}>;


export type LinkFeatureMutation = { featureLink: { feature: { id: string, key: string, occurrenceType: { key: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type MyOccurrencesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyOccurrencesQuery = { myOccurrences: { streamCursor: string, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, protocolNumber: string, updatedAt: string, type: { name: string }, status: { externalDescription: string, category: StatusCategory, color: string } }> } };

export type OccurrenceQueryVariables = Exact<{
  id: string;
}>;


export type OccurrenceQuery = { occurrence: { id: string, protocolNumber: string, version: number, description: string, attendanceStartedAt: string | null, resolvedAt: string | null, closedAt: string | null, status: { id: string, key: string }, transitions: Array<{ needs: Array<TransitionNeed>, to: { key: string }, blockedBy: Array<
        | { code: UserErrorCode, message: string }
        | { code: UserErrorCode, message: string }
        | { code: UserErrorCode, message: string }
      > }>, tabs: Array<{ complete: boolean, tab: { key: string, name: string, required: boolean }, entries: Array<{ id: string, data: Record<string, unknown>, author: string }> }>, notes: { nodes: Array<{ body: string, visibility: NoteVisibility, author: string }> }, messages: { nodes: Array<{ body: string, fromBeneficiary: boolean, author: string }> }, attachments: Array<{ id: string, fileName: string, byteSize: number, url: string }>, denialBasis: { reason: string, provision: string } | null } | null };

export type OpenOccurrenceMutationVariables = Exact<{
  input: OccurrenceCreateInput;
}>;


export type OpenOccurrenceMutation = { occurrenceCreate: { cursor: string | null, occurrence: { id: string, protocolNumber: string, version: number, createdAt: string, status: { key: string, externalDescription: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type PostMessageMutationVariables = Exact<{
  id: string;
  input: MessagePostInput;
}>;


export type PostMessageMutation = { occurrenceMessagePost: { cursor: string | null, message: { id: string, body: string, fromBeneficiary: boolean } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ProtocolQueryVariables = Exact<{
  number: string;
}>;


export type ProtocolQuery = { protocol: { number: string, origin: ProtocolOrigin, issuedAt: string, occurrences: Array<{ id: string, status: { externalDescription: string } }> } | null };

export type QueueQueryVariables = Exact<{
  filter?: OccurrenceFilter | null | undefined;
  orderBy?: OccurrenceOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type QueueQuery = { occurrences: { totalCount: number | null, streamCursor: string, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, protocolNumber: string, version: number, createdAt: string, type: { key: string, name: string }, status: { key: string, internalDescription: string | null, color: string }, beneficiary: { name: string } | null, attendant: { name: string } | null }> } };

export type ReopenMutationVariables = Exact<{
  id: string;
  input?: OccurrenceVersionInput | null | undefined;
}>;


export type ReopenMutation = { occurrenceReopen: { cursor: string | null, occurrence: { version: number, status: { key: string } } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ReportsQueryVariables = Exact<{
  from: string;
  until: string;
  period?: ReportPeriod | null | undefined;
}>;


export type ReportsQuery = { reportVolume: Array<{ opened: number, resolved: number, closed: number, closedUnresolved: number, reopened: number, group: { days: { from: string, until: string } | null, type: { key: string, name: string } | null } }>, reportTimes: Array<{ group: { attendant: { name: string } | null, days: { from: string, until: string } | null, type: { key: string, name: string } | null }, firstAttendance: { business: { count: number, medianMinutes: number | null, p90Minutes: number | null, averageMinutes: number | null } }, resolution: { business: { count: number, medianMinutes: number | null, p90Minutes: number | null, averageMinutes: number | null } } }>, reportSla: Array<{ met: number, breached: number, running: number, paused: number, metShare: number | null, group: { days: { from: string, until: string } | null, type: { key: string, name: string } | null } }>, reportRegulatoryAnswers: Array<{ inTime: number, late: number, lateUnanswered: number, pending: number, inTimeShare: number | null, group: { days: { from: string, until: string } | null, type: { key: string, name: string } | null } }>, reportAgeing: Array<{ open: number, group: { days: { from: string, until: string } | null, type: { key: string, name: string } | null }, buckets: Array<{ fromDays: number, untilDays: number | null, count: number }> }>, reportBacklog: Array<{ open: number, group: { days: { from: string, until: string } | null, type: { key: string, name: string } | null } }> };

export type GroupFragment = { days: { from: string, until: string } | null, type: { key: string, name: string } | null };

export type DurationsFragment = { count: number, medianMinutes: number | null, p90Minutes: number | null, averageMinutes: number | null };

export type RequestReanalysisMutationVariables = Exact<{
  id: string;
  input: OccurrenceRequestReanalysisInput;
}>;


export type RequestReanalysisMutation = { occurrenceRequestReanalysis: { cursor: string | null, occurrence: { id: string, protocolNumber: string, status: { externalDescription: string }, regulatoryAnswer: { dueAt: string } | null, reanalysisOf: { id: string, protocolNumber: string, denialBasis: { reason: string, provision: string } | null, reanalyses: Array<{ id: string }> } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type SaveTabEntryMutationVariables = Exact<{
  id: string;
  input: TabEntrySaveInput;
}>;


export type SaveTabEntryMutation = { occurrenceTabEntrySave: { cursor: string | null, tabEntry: { id: string, data: Record<string, unknown>, form: { key: string, version: number } } | null, occurrence: { version: number } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type SignalActivityMutationVariables = Exact<{
  id: string;
  typing: boolean;
}>;


export type SignalActivityMutation = { occurrenceActivitySignal: { activity: { viewers: Array<string>, typing: Array<string> } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type StartAttendanceMutationVariables = Exact<{
  id: string;
  input?: OccurrenceVersionInput | null | undefined;
}>;


export type StartAttendanceMutation = { occurrenceStartAttendance: { cursor: string | null, occurrence: { version: number, status: { key: string }, attendant: { name: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type UpsertBeneficiaryMutationVariables = Exact<{
  input: BeneficiaryUpsertInput;
}>;


export type UpsertBeneficiaryMutation = { beneficiaryUpsert: { beneficiary: { id: string, name: string, holder: { name: string } | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, roles: Array<Role>, permissions: Array<string>, operator: { name: string, slug: string, ansRegistry: string, timeZone: string }, beneficiary: { id: string } | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const GroupFragmentDoc = new TypedDocumentString(`
    fragment Group on ReportGroup {
  days {
    from
    until
  }
  type {
    key
    name
  }
}
    `, {"fragmentName":"Group"}) as unknown as TypedDocumentString<GroupFragment, unknown>;
export const DurationsFragmentDoc = new TypedDocumentString(`
    fragment Durations on ReportDurations {
  count
  medianMinutes
  p90Minutes
  averageMinutes
}
    `, {"fragmentName":"Durations"}) as unknown as TypedDocumentString<DurationsFragment, unknown>;
export const AddNoteDocument = new TypedDocumentString(`
    mutation AddNote($id: ID!, $input: NoteAddInput!) {
  occurrenceNoteAdd(id: $id, input: $input) {
    note {
      id
      body
      visibility
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const AssignDocument = new TypedDocumentString(`
    mutation Assign($id: ID!, $input: OccurrenceAssignInput!) {
  occurrenceAssign(id: $id, input: $input) {
    occurrence {
      version
      attendant {
        id
        name
      }
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AssignMutation, AssignMutationVariables>;
export const AttachDocument = new TypedDocumentString(`
    mutation Attach($id: ID!, $input: AttachmentAddInput!) {
  occurrenceAttachmentAdd(id: $id, input: $input) {
    attachment {
      id
      fileName
      contentType
      byteSize
      url
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AttachMutation, AttachMutationVariables>;
export const BusinessTimeDocument = new TypedDocumentString(`
    query BusinessTime($from: DateTime!, $calendarId: ID, $addMinutes: Int, $addDays: Int, $until: DateTime) {
  businessTime(
    from: $from
    calendarId: $calendarId
    addMinutes: $addMinutes
    addDays: $addDays
    until: $until
  ) {
    from
    until
    minutes
    days
  }
}
    `) as unknown as TypedDocumentString<BusinessTimeQuery, BusinessTimeQueryVariables>;
export const ChangeStatusDocument = new TypedDocumentString(`
    mutation ChangeStatus($id: ID!, $input: OccurrenceChangeStatusInput!) {
  occurrenceChangeStatus(id: $id, input: $input) {
    occurrence {
      version
      status {
        key
      }
    }
    cursor
    userErrors {
      __typename
      code
      message
      path
      ... on StatusTransitionNotAllowed {
        from
        to
        allowed
      }
      ... on VersionConflict {
        currentVersion
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeStatusMutation, ChangeStatusMutationVariables>;
export const CountersDocument = new TypedDocumentString(`
    query Counters($filter: OccurrenceFilter) {
  occurrenceCounters(filter: $filter) {
    total
    unassigned
    byStatus {
      count
      status {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountersQuery, CountersQueryVariables>;
export const CreateBusinessCalendarDocument = new TypedDocumentString(`
    mutation CreateBusinessCalendar($input: BusinessCalendarCreateInput!) {
  businessCalendarCreate(input: $input) {
    businessCalendar {
      id
      key
      name
      isDefault
      timeZone
      weeklyHours {
        weekday
        from
        to
      }
      holidays {
        name
        date
        daysAfterEaster
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateBusinessCalendarMutation, CreateBusinessCalendarMutationVariables>;
export const CreateFormDocument = new TypedDocumentString(`
    mutation CreateForm($input: FormDefinitionCreateInput!) {
  formDefinitionCreate(input: $input) {
    formDefinition {
      id
      key
      version
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateFormMutation, CreateFormMutationVariables>;
export const CreateOccurrenceTypeDocument = new TypedDocumentString(`
    mutation CreateOccurrenceType($input: OccurrenceTypeCreateInput!) {
  occurrenceTypeCreate(input: $input) {
    occurrenceType {
      id
      key
      defaultStatus {
        key
      }
      statuses {
        id
        key
        category
        nextStatuses {
          key
        }
      }
      tabs {
        id
        key
        required
      }
      actions {
        id
        key
        kind
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateOccurrenceTypeMutation, CreateOccurrenceTypeMutationVariables>;
export const CreateProtocolTypeDocument = new TypedDocumentString(`
    mutation CreateProtocolType($input: ProtocolTypeCreateInput!) {
  protocolTypeCreate(input: $input) {
    protocolType {
      id
      key
      numbering
      pattern
      reset
      example
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateProtocolTypeMutation, CreateProtocolTypeMutationVariables>;
export const CreateUploadDocument = new TypedDocumentString(`
    mutation CreateUpload($input: AttachmentUploadCreateInput!) {
  attachmentUploadCreate(input: $input) {
    uploadId
    uploadUrl
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateUploadMutation, CreateUploadMutationVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($occurrenceId: ID, $states: [ActionDeliveryState!], $first: Int) {
  actionDeliveries(occurrenceId: $occurrenceId, states: $states, first: $first) {
    nodes {
      id
      state
      action {
        key
        kind
      }
      attempts {
        outcome
        detail
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const FollowActivityDocument = new TypedDocumentString(`
    subscription FollowActivity($occurrenceId: ID!) {
  occurrenceActivity(occurrenceId: $occurrenceId) {
    viewers
    typing
  }
}
    `) as unknown as TypedDocumentString<FollowActivitySubscription, FollowActivitySubscriptionVariables>;
export const FollowCountersDocument = new TypedDocumentString(`
    subscription FollowCounters($filter: OccurrenceFilter) {
  queueCounters(filter: $filter) {
    total
    unassigned
    byStatus {
      count
      status {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowCountersSubscription, FollowCountersSubscriptionVariables>;
export const FollowMineDocument = new TypedDocumentString(`
    subscription FollowMine($after: String) {
  myOccurrenceUpdates(after: $after) {
    kind
    cursor
    occurrenceId
    event {
      __typename
      ... on OccurrenceStatusChanged {
        to {
          externalDescription
        }
      }
    }
    occurrence {
      protocolNumber
      status {
        externalDescription
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowMineSubscription, FollowMineSubscriptionVariables>;
export const FollowOccurrenceDocument = new TypedDocumentString(`
    subscription FollowOccurrence($occurrenceId: ID!, $after: String) {
  occurrenceUpdates(occurrenceId: $occurrenceId, after: $after) {
    kind
    cursor
    event {
      __typename
      version
      actor
    }
    occurrence {
      version
      status {
        key
        externalDescription
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowOccurrenceSubscription, FollowOccurrenceSubscriptionVariables>;
export const FollowQueueDocument = new TypedDocumentString(`
    subscription FollowQueue($filter: OccurrenceFilter, $after: String) {
  queueUpdates(filter: $filter, after: $after) {
    kind
    cursor
    occurrenceId
    event {
      __typename
      version
      actor
      ... on OccurrenceStatusChanged {
        from {
          key
        }
        to {
          key
        }
      }
    }
    occurrence {
      protocolNumber
      version
      status {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FollowQueueSubscription, FollowQueueSubscriptionVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($id: ID!, $first: Int, $after: String) {
  occurrence(id: $id) {
    history(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        version
        occurredAt
        actor
        ... on OccurrenceStatusChanged {
          comment
          from {
            key
          }
          to {
            key
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($first: Int, $unreadOnly: Boolean) {
  inbox(first: $first, unreadOnly: $unreadOnly) {
    nodes {
      id
      title
      body
      readAt
      occurrence {
        protocolNumber
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const LinkFeatureDocument = new TypedDocumentString(`
    mutation LinkFeature($input: FeatureLinkInput!) {
  featureLink(input: $input) {
    feature {
      id
      key
      occurrenceType {
        key
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<LinkFeatureMutation, LinkFeatureMutationVariables>;
export const MyOccurrencesDocument = new TypedDocumentString(`
    query MyOccurrences($first: Int, $after: String) {
  myOccurrences(first: $first, after: $after) {
    streamCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      protocolNumber
      type {
        name
      }
      status {
        externalDescription
        category
        color
      }
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyOccurrencesQuery, MyOccurrencesQueryVariables>;
export const OccurrenceDocument = new TypedDocumentString(`
    query Occurrence($id: ID!) {
  occurrence(id: $id) {
    id
    protocolNumber
    version
    description
    status {
      id
      key
    }
    transitions {
      to {
        key
      }
      needs
      blockedBy {
        code
        message
      }
    }
    tabs {
      complete
      tab {
        key
        name
        required
      }
      entries {
        id
        data
        author
      }
    }
    notes(first: 20) {
      nodes {
        body
        visibility
        author
      }
    }
    messages(first: 20) {
      nodes {
        body
        fromBeneficiary
        author
      }
    }
    attachments {
      id
      fileName
      byteSize
      url
    }
    denialBasis {
      reason
      provision
    }
    attendanceStartedAt
    resolvedAt
    closedAt
  }
}
    `) as unknown as TypedDocumentString<OccurrenceQuery, OccurrenceQueryVariables>;
export const OpenOccurrenceDocument = new TypedDocumentString(`
    mutation OpenOccurrence($input: OccurrenceCreateInput!) {
  occurrenceCreate(input: $input) {
    occurrence {
      id
      protocolNumber
      version
      createdAt
      status {
        key
        externalDescription
      }
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<OpenOccurrenceMutation, OpenOccurrenceMutationVariables>;
export const PostMessageDocument = new TypedDocumentString(`
    mutation PostMessage($id: ID!, $input: MessagePostInput!) {
  occurrenceMessagePost(id: $id, input: $input) {
    message {
      id
      body
      fromBeneficiary
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PostMessageMutation, PostMessageMutationVariables>;
export const ProtocolDocument = new TypedDocumentString(`
    query Protocol($number: String!) {
  protocol(number: $number) {
    number
    origin
    issuedAt
    occurrences {
      id
      status {
        externalDescription
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProtocolQuery, ProtocolQueryVariables>;
export const QueueDocument = new TypedDocumentString(`
    query Queue($filter: OccurrenceFilter, $orderBy: OccurrenceOrder, $first: Int, $after: String) {
  occurrences(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    streamCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      protocolNumber
      version
      createdAt
      type {
        key
        name
      }
      status {
        key
        internalDescription
        color
      }
      beneficiary {
        name
      }
      attendant {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QueueQuery, QueueQueryVariables>;
export const ReopenDocument = new TypedDocumentString(`
    mutation Reopen($id: ID!, $input: OccurrenceVersionInput) {
  occurrenceReopen(id: $id, input: $input) {
    occurrence {
      version
      status {
        key
      }
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReopenMutation, ReopenMutationVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($from: LocalDate!, $until: LocalDate!, $period: ReportPeriod) {
  reportVolume(from: $from, until: $until, period: $period, groupBy: [TYPE]) {
    group {
      ...Group
    }
    opened
    resolved
    closed
    closedUnresolved
    reopened
  }
  reportTimes(from: $from, until: $until, period: $period, groupBy: [ATTENDANT]) {
    group {
      ...Group
      attendant {
        name
      }
    }
    firstAttendance {
      business {
        ...Durations
      }
    }
    resolution {
      business {
        ...Durations
      }
    }
  }
  reportSla(from: $from, until: $until, groupBy: [TYPE]) {
    group {
      ...Group
    }
    met
    breached
    running
    paused
    metShare
  }
  reportRegulatoryAnswers(from: $from, until: $until, groupBy: [TYPE]) {
    group {
      ...Group
    }
    inTime
    late
    lateUnanswered
    pending
    inTimeShare
  }
  reportAgeing(groupBy: [TYPE]) {
    group {
      ...Group
    }
    open
    buckets {
      fromDays
      untilDays
      count
    }
  }
  reportBacklog(from: $from, until: $until, period: $period) {
    group {
      ...Group
    }
    open
  }
}
    fragment Group on ReportGroup {
  days {
    from
    until
  }
  type {
    key
    name
  }
}
fragment Durations on ReportDurations {
  count
  medianMinutes
  p90Minutes
  averageMinutes
}`) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const RequestReanalysisDocument = new TypedDocumentString(`
    mutation RequestReanalysis($id: ID!, $input: OccurrenceRequestReanalysisInput!) {
  occurrenceRequestReanalysis(id: $id, input: $input) {
    occurrence {
      id
      protocolNumber
      status {
        externalDescription
      }
      regulatoryAnswer {
        dueAt
      }
      reanalysisOf {
        id
        protocolNumber
        denialBasis {
          reason
          provision
        }
        reanalyses {
          id
        }
      }
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RequestReanalysisMutation, RequestReanalysisMutationVariables>;
export const SaveTabEntryDocument = new TypedDocumentString(`
    mutation SaveTabEntry($id: ID!, $input: TabEntrySaveInput!) {
  occurrenceTabEntrySave(id: $id, input: $input) {
    tabEntry {
      id
      data
      form {
        key
        version
      }
    }
    occurrence {
      version
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SaveTabEntryMutation, SaveTabEntryMutationVariables>;
export const SignalActivityDocument = new TypedDocumentString(`
    mutation SignalActivity($id: ID!, $typing: Boolean!) {
  occurrenceActivitySignal(id: $id, typing: $typing) {
    activity {
      viewers
      typing
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SignalActivityMutation, SignalActivityMutationVariables>;
export const StartAttendanceDocument = new TypedDocumentString(`
    mutation StartAttendance($id: ID!, $input: OccurrenceVersionInput) {
  occurrenceStartAttendance(id: $id, input: $input) {
    occurrence {
      version
      status {
        key
      }
      attendant {
        name
      }
    }
    cursor
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<StartAttendanceMutation, StartAttendanceMutationVariables>;
export const UpsertBeneficiaryDocument = new TypedDocumentString(`
    mutation UpsertBeneficiary($input: BeneficiaryUpsertInput!) {
  beneficiaryUpsert(input: $input) {
    beneficiary {
      id
      name
      holder {
        name
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpsertBeneficiaryMutation, UpsertBeneficiaryMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    roles
    permissions
    operator {
      name
      slug
      ansRegistry
      timeZone
    }
    beneficiary {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;