/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation AddNote($id: ID!, $input: NoteAddInput!) {\n  occurrenceNoteAdd(id: $id, input: $input) {\n    note {\n      id\n      body\n      visibility\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.AddNoteDocument,
    "mutation Assign($id: ID!, $input: OccurrenceAssignInput!) {\n  occurrenceAssign(id: $id, input: $input) {\n    occurrence {\n      version\n      attendant {\n        id\n        name\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.AssignDocument,
    "mutation Attach($id: ID!, $input: AttachmentAddInput!) {\n  occurrenceAttachmentAdd(id: $id, input: $input) {\n    attachment {\n      id\n      fileName\n      contentType\n      byteSize\n      url\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.AttachDocument,
    "mutation ChangeStatus($id: ID!, $input: OccurrenceChangeStatusInput!) {\n  occurrenceChangeStatus(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n    }\n    cursor\n    userErrors {\n      __typename\n      code\n      message\n      path\n      ... on StatusTransitionNotAllowed {\n        from\n        to\n        allowed\n      }\n      ... on VersionConflict {\n        currentVersion\n      }\n    }\n  }\n}": typeof types.ChangeStatusDocument,
    "query Counters($filter: OccurrenceFilter) {\n  occurrenceCounters(filter: $filter) {\n    total\n    unassigned\n    byStatus {\n      count\n      status {\n        key\n      }\n    }\n  }\n}": typeof types.CountersDocument,
    "mutation CreateForm($input: FormDefinitionCreateInput!) {\n  formDefinitionCreate(input: $input) {\n    formDefinition {\n      id\n      key\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.CreateFormDocument,
    "mutation CreateOccurrenceType($input: OccurrenceTypeCreateInput!) {\n  occurrenceTypeCreate(input: $input) {\n    occurrenceType {\n      id\n      key\n      defaultStatus {\n        key\n      }\n      statuses {\n        id\n        key\n        category\n        nextStatuses {\n          key\n        }\n      }\n      tabs {\n        id\n        key\n        required\n      }\n      actions {\n        id\n        key\n        kind\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.CreateOccurrenceTypeDocument,
    "mutation CreateProtocolType($input: ProtocolTypeCreateInput!) {\n  protocolTypeCreate(input: $input) {\n    protocolType {\n      id\n      key\n      numbering\n      pattern\n      reset\n      example\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.CreateProtocolTypeDocument,
    "mutation CreateUpload($input: AttachmentUploadCreateInput!) {\n  attachmentUploadCreate(input: $input) {\n    uploadId\n    uploadUrl\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.CreateUploadDocument,
    "query Deliveries($occurrenceId: ID, $states: [ActionDeliveryState!], $first: Int) {\n  actionDeliveries(occurrenceId: $occurrenceId, states: $states, first: $first) {\n    nodes {\n      id\n      state\n      action {\n        key\n        kind\n      }\n      attempts {\n        outcome\n        detail\n      }\n    }\n  }\n}": typeof types.DeliveriesDocument,
    "subscription FollowCounters($filter: OccurrenceFilter) {\n  queueCounters(filter: $filter) {\n    total\n    unassigned\n    byStatus {\n      count\n      status {\n        key\n      }\n    }\n  }\n}": typeof types.FollowCountersDocument,
    "subscription FollowMine($after: String) {\n  myOccurrenceUpdates(after: $after) {\n    kind\n    cursor\n    occurrenceId\n    event {\n      __typename\n      ... on OccurrenceStatusChanged {\n        to {\n          externalDescription\n        }\n      }\n    }\n    occurrence {\n      protocolNumber\n      status {\n        externalDescription\n      }\n    }\n  }\n}": typeof types.FollowMineDocument,
    "subscription FollowOccurrence($occurrenceId: ID!, $after: String) {\n  occurrenceUpdates(occurrenceId: $occurrenceId, after: $after) {\n    kind\n    cursor\n    event {\n      __typename\n      version\n      actor\n    }\n    occurrence {\n      version\n      status {\n        key\n        externalDescription\n      }\n    }\n  }\n}": typeof types.FollowOccurrenceDocument,
    "subscription FollowQueue($filter: OccurrenceFilter, $after: String) {\n  queueUpdates(filter: $filter, after: $after) {\n    kind\n    cursor\n    occurrenceId\n    event {\n      __typename\n      version\n      actor\n      ... on OccurrenceStatusChanged {\n        from {\n          key\n        }\n        to {\n          key\n        }\n      }\n    }\n    occurrence {\n      protocolNumber\n      version\n      status {\n        key\n      }\n    }\n  }\n}": typeof types.FollowQueueDocument,
    "query History($id: ID!, $first: Int, $after: String) {\n  occurrence(id: $id) {\n    history(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        __typename\n        version\n        occurredAt\n        actor\n        ... on OccurrenceStatusChanged {\n          comment\n          from {\n            key\n          }\n          to {\n            key\n          }\n        }\n      }\n    }\n  }\n}": typeof types.HistoryDocument,
    "query Inbox($first: Int, $unreadOnly: Boolean) {\n  inbox(first: $first, unreadOnly: $unreadOnly) {\n    nodes {\n      id\n      title\n      body\n      readAt\n      occurrence {\n        protocolNumber\n      }\n    }\n  }\n}": typeof types.InboxDocument,
    "mutation LinkFeature($input: FeatureLinkInput!) {\n  featureLink(input: $input) {\n    feature {\n      id\n      key\n      occurrenceType {\n        key\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.LinkFeatureDocument,
    "query MyOccurrences($first: Int, $after: String) {\n  myOccurrences(first: $first, after: $after) {\n    streamCursor\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      protocolNumber\n      type {\n        name\n      }\n      status {\n        externalDescription\n        category\n        color\n      }\n      updatedAt\n    }\n  }\n}": typeof types.MyOccurrencesDocument,
    "query Occurrence($id: ID!) {\n  occurrence(id: $id) {\n    id\n    protocolNumber\n    version\n    description\n    status {\n      id\n      key\n    }\n    transitions {\n      to {\n        key\n      }\n      needs\n      blockedBy {\n        code\n        message\n      }\n    }\n    tabs {\n      complete\n      tab {\n        key\n        name\n        required\n      }\n      entries {\n        id\n        data\n        author\n      }\n    }\n    notes(first: 20) {\n      nodes {\n        body\n        visibility\n        author\n      }\n    }\n    messages(first: 20) {\n      nodes {\n        body\n        fromBeneficiary\n        author\n      }\n    }\n    attachments {\n      id\n      fileName\n      byteSize\n      url\n    }\n    denialBasis {\n      reason\n      provision\n    }\n    attendanceStartedAt\n    resolvedAt\n    closedAt\n  }\n}": typeof types.OccurrenceDocument,
    "mutation OpenOccurrence($input: OccurrenceCreateInput!) {\n  occurrenceCreate(input: $input) {\n    occurrence {\n      id\n      protocolNumber\n      version\n      createdAt\n      status {\n        key\n        externalDescription\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.OpenOccurrenceDocument,
    "mutation PostMessage($id: ID!, $input: MessagePostInput!) {\n  occurrenceMessagePost(id: $id, input: $input) {\n    message {\n      id\n      body\n      fromBeneficiary\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.PostMessageDocument,
    "query Protocol($number: String!) {\n  protocol(number: $number) {\n    number\n    origin\n    issuedAt\n    occurrences {\n      id\n      status {\n        externalDescription\n      }\n    }\n  }\n}": typeof types.ProtocolDocument,
    "query Queue($filter: OccurrenceFilter, $orderBy: OccurrenceOrder, $first: Int, $after: String) {\n  occurrences(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n    totalCount\n    streamCursor\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      protocolNumber\n      version\n      createdAt\n      type {\n        key\n        name\n      }\n      status {\n        key\n        internalDescription\n        color\n      }\n      beneficiary {\n        name\n      }\n      attendant {\n        name\n      }\n    }\n  }\n}": typeof types.QueueDocument,
    "mutation Reopen($id: ID!, $input: OccurrenceVersionInput) {\n  occurrenceReopen(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.ReopenDocument,
    "mutation SaveTabEntry($id: ID!, $input: TabEntrySaveInput!) {\n  occurrenceTabEntrySave(id: $id, input: $input) {\n    tabEntry {\n      id\n      data\n      form {\n        key\n        version\n      }\n    }\n    occurrence {\n      version\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.SaveTabEntryDocument,
    "mutation StartAttendance($id: ID!, $input: OccurrenceVersionInput) {\n  occurrenceStartAttendance(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n      attendant {\n        name\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.StartAttendanceDocument,
    "mutation UpsertBeneficiary($input: BeneficiaryUpsertInput!) {\n  beneficiaryUpsert(input: $input) {\n    beneficiary {\n      id\n      name\n      holder {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.UpsertBeneficiaryDocument,
    "query Viewer {\n  viewer {\n    id\n    name\n    roles\n    permissions\n    operator {\n      name\n      slug\n      ansRegistry\n      timeZone\n    }\n    beneficiary {\n      id\n    }\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "mutation AddNote($id: ID!, $input: NoteAddInput!) {\n  occurrenceNoteAdd(id: $id, input: $input) {\n    note {\n      id\n      body\n      visibility\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.AddNoteDocument,
    "mutation Assign($id: ID!, $input: OccurrenceAssignInput!) {\n  occurrenceAssign(id: $id, input: $input) {\n    occurrence {\n      version\n      attendant {\n        id\n        name\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.AssignDocument,
    "mutation Attach($id: ID!, $input: AttachmentAddInput!) {\n  occurrenceAttachmentAdd(id: $id, input: $input) {\n    attachment {\n      id\n      fileName\n      contentType\n      byteSize\n      url\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.AttachDocument,
    "mutation ChangeStatus($id: ID!, $input: OccurrenceChangeStatusInput!) {\n  occurrenceChangeStatus(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n    }\n    cursor\n    userErrors {\n      __typename\n      code\n      message\n      path\n      ... on StatusTransitionNotAllowed {\n        from\n        to\n        allowed\n      }\n      ... on VersionConflict {\n        currentVersion\n      }\n    }\n  }\n}": types.ChangeStatusDocument,
    "query Counters($filter: OccurrenceFilter) {\n  occurrenceCounters(filter: $filter) {\n    total\n    unassigned\n    byStatus {\n      count\n      status {\n        key\n      }\n    }\n  }\n}": types.CountersDocument,
    "mutation CreateForm($input: FormDefinitionCreateInput!) {\n  formDefinitionCreate(input: $input) {\n    formDefinition {\n      id\n      key\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.CreateFormDocument,
    "mutation CreateOccurrenceType($input: OccurrenceTypeCreateInput!) {\n  occurrenceTypeCreate(input: $input) {\n    occurrenceType {\n      id\n      key\n      defaultStatus {\n        key\n      }\n      statuses {\n        id\n        key\n        category\n        nextStatuses {\n          key\n        }\n      }\n      tabs {\n        id\n        key\n        required\n      }\n      actions {\n        id\n        key\n        kind\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.CreateOccurrenceTypeDocument,
    "mutation CreateProtocolType($input: ProtocolTypeCreateInput!) {\n  protocolTypeCreate(input: $input) {\n    protocolType {\n      id\n      key\n      numbering\n      pattern\n      reset\n      example\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.CreateProtocolTypeDocument,
    "mutation CreateUpload($input: AttachmentUploadCreateInput!) {\n  attachmentUploadCreate(input: $input) {\n    uploadId\n    uploadUrl\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.CreateUploadDocument,
    "query Deliveries($occurrenceId: ID, $states: [ActionDeliveryState!], $first: Int) {\n  actionDeliveries(occurrenceId: $occurrenceId, states: $states, first: $first) {\n    nodes {\n      id\n      state\n      action {\n        key\n        kind\n      }\n      attempts {\n        outcome\n        detail\n      }\n    }\n  }\n}": types.DeliveriesDocument,
    "subscription FollowCounters($filter: OccurrenceFilter) {\n  queueCounters(filter: $filter) {\n    total\n    unassigned\n    byStatus {\n      count\n      status {\n        key\n      }\n    }\n  }\n}": types.FollowCountersDocument,
    "subscription FollowMine($after: String) {\n  myOccurrenceUpdates(after: $after) {\n    kind\n    cursor\n    occurrenceId\n    event {\n      __typename\n      ... on OccurrenceStatusChanged {\n        to {\n          externalDescription\n        }\n      }\n    }\n    occurrence {\n      protocolNumber\n      status {\n        externalDescription\n      }\n    }\n  }\n}": types.FollowMineDocument,
    "subscription FollowOccurrence($occurrenceId: ID!, $after: String) {\n  occurrenceUpdates(occurrenceId: $occurrenceId, after: $after) {\n    kind\n    cursor\n    event {\n      __typename\n      version\n      actor\n    }\n    occurrence {\n      version\n      status {\n        key\n        externalDescription\n      }\n    }\n  }\n}": types.FollowOccurrenceDocument,
    "subscription FollowQueue($filter: OccurrenceFilter, $after: String) {\n  queueUpdates(filter: $filter, after: $after) {\n    kind\n    cursor\n    occurrenceId\n    event {\n      __typename\n      version\n      actor\n      ... on OccurrenceStatusChanged {\n        from {\n          key\n        }\n        to {\n          key\n        }\n      }\n    }\n    occurrence {\n      protocolNumber\n      version\n      status {\n        key\n      }\n    }\n  }\n}": types.FollowQueueDocument,
    "query History($id: ID!, $first: Int, $after: String) {\n  occurrence(id: $id) {\n    history(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        __typename\n        version\n        occurredAt\n        actor\n        ... on OccurrenceStatusChanged {\n          comment\n          from {\n            key\n          }\n          to {\n            key\n          }\n        }\n      }\n    }\n  }\n}": types.HistoryDocument,
    "query Inbox($first: Int, $unreadOnly: Boolean) {\n  inbox(first: $first, unreadOnly: $unreadOnly) {\n    nodes {\n      id\n      title\n      body\n      readAt\n      occurrence {\n        protocolNumber\n      }\n    }\n  }\n}": types.InboxDocument,
    "mutation LinkFeature($input: FeatureLinkInput!) {\n  featureLink(input: $input) {\n    feature {\n      id\n      key\n      occurrenceType {\n        key\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.LinkFeatureDocument,
    "query MyOccurrences($first: Int, $after: String) {\n  myOccurrences(first: $first, after: $after) {\n    streamCursor\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      protocolNumber\n      type {\n        name\n      }\n      status {\n        externalDescription\n        category\n        color\n      }\n      updatedAt\n    }\n  }\n}": types.MyOccurrencesDocument,
    "query Occurrence($id: ID!) {\n  occurrence(id: $id) {\n    id\n    protocolNumber\n    version\n    description\n    status {\n      id\n      key\n    }\n    transitions {\n      to {\n        key\n      }\n      needs\n      blockedBy {\n        code\n        message\n      }\n    }\n    tabs {\n      complete\n      tab {\n        key\n        name\n        required\n      }\n      entries {\n        id\n        data\n        author\n      }\n    }\n    notes(first: 20) {\n      nodes {\n        body\n        visibility\n        author\n      }\n    }\n    messages(first: 20) {\n      nodes {\n        body\n        fromBeneficiary\n        author\n      }\n    }\n    attachments {\n      id\n      fileName\n      byteSize\n      url\n    }\n    denialBasis {\n      reason\n      provision\n    }\n    attendanceStartedAt\n    resolvedAt\n    closedAt\n  }\n}": types.OccurrenceDocument,
    "mutation OpenOccurrence($input: OccurrenceCreateInput!) {\n  occurrenceCreate(input: $input) {\n    occurrence {\n      id\n      protocolNumber\n      version\n      createdAt\n      status {\n        key\n        externalDescription\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.OpenOccurrenceDocument,
    "mutation PostMessage($id: ID!, $input: MessagePostInput!) {\n  occurrenceMessagePost(id: $id, input: $input) {\n    message {\n      id\n      body\n      fromBeneficiary\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.PostMessageDocument,
    "query Protocol($number: String!) {\n  protocol(number: $number) {\n    number\n    origin\n    issuedAt\n    occurrences {\n      id\n      status {\n        externalDescription\n      }\n    }\n  }\n}": types.ProtocolDocument,
    "query Queue($filter: OccurrenceFilter, $orderBy: OccurrenceOrder, $first: Int, $after: String) {\n  occurrences(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n    totalCount\n    streamCursor\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      protocolNumber\n      version\n      createdAt\n      type {\n        key\n        name\n      }\n      status {\n        key\n        internalDescription\n        color\n      }\n      beneficiary {\n        name\n      }\n      attendant {\n        name\n      }\n    }\n  }\n}": types.QueueDocument,
    "mutation Reopen($id: ID!, $input: OccurrenceVersionInput) {\n  occurrenceReopen(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.ReopenDocument,
    "mutation SaveTabEntry($id: ID!, $input: TabEntrySaveInput!) {\n  occurrenceTabEntrySave(id: $id, input: $input) {\n    tabEntry {\n      id\n      data\n      form {\n        key\n        version\n      }\n    }\n    occurrence {\n      version\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.SaveTabEntryDocument,
    "mutation StartAttendance($id: ID!, $input: OccurrenceVersionInput) {\n  occurrenceStartAttendance(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n      attendant {\n        name\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.StartAttendanceDocument,
    "mutation UpsertBeneficiary($input: BeneficiaryUpsertInput!) {\n  beneficiaryUpsert(input: $input) {\n    beneficiary {\n      id\n      name\n      holder {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}": types.UpsertBeneficiaryDocument,
    "query Viewer {\n  viewer {\n    id\n    name\n    roles\n    permissions\n    operator {\n      name\n      slug\n      ansRegistry\n      timeZone\n    }\n    beneficiary {\n      id\n    }\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AddNote($id: ID!, $input: NoteAddInput!) {\n  occurrenceNoteAdd(id: $id, input: $input) {\n    note {\n      id\n      body\n      visibility\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').AddNoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Assign($id: ID!, $input: OccurrenceAssignInput!) {\n  occurrenceAssign(id: $id, input: $input) {\n    occurrence {\n      version\n      attendant {\n        id\n        name\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').AssignDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Attach($id: ID!, $input: AttachmentAddInput!) {\n  occurrenceAttachmentAdd(id: $id, input: $input) {\n    attachment {\n      id\n      fileName\n      contentType\n      byteSize\n      url\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').AttachDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeStatus($id: ID!, $input: OccurrenceChangeStatusInput!) {\n  occurrenceChangeStatus(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n    }\n    cursor\n    userErrors {\n      __typename\n      code\n      message\n      path\n      ... on StatusTransitionNotAllowed {\n        from\n        to\n        allowed\n      }\n      ... on VersionConflict {\n        currentVersion\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ChangeStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Counters($filter: OccurrenceFilter) {\n  occurrenceCounters(filter: $filter) {\n    total\n    unassigned\n    byStatus {\n      count\n      status {\n        key\n      }\n    }\n  }\n}"): typeof import('./graphql.js').CountersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateForm($input: FormDefinitionCreateInput!) {\n  formDefinitionCreate(input: $input) {\n    formDefinition {\n      id\n      key\n      version\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').CreateFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateOccurrenceType($input: OccurrenceTypeCreateInput!) {\n  occurrenceTypeCreate(input: $input) {\n    occurrenceType {\n      id\n      key\n      defaultStatus {\n        key\n      }\n      statuses {\n        id\n        key\n        category\n        nextStatuses {\n          key\n        }\n      }\n      tabs {\n        id\n        key\n        required\n      }\n      actions {\n        id\n        key\n        kind\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').CreateOccurrenceTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateProtocolType($input: ProtocolTypeCreateInput!) {\n  protocolTypeCreate(input: $input) {\n    protocolType {\n      id\n      key\n      numbering\n      pattern\n      reset\n      example\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').CreateProtocolTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateUpload($input: AttachmentUploadCreateInput!) {\n  attachmentUploadCreate(input: $input) {\n    uploadId\n    uploadUrl\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').CreateUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Deliveries($occurrenceId: ID, $states: [ActionDeliveryState!], $first: Int) {\n  actionDeliveries(occurrenceId: $occurrenceId, states: $states, first: $first) {\n    nodes {\n      id\n      state\n      action {\n        key\n        kind\n      }\n      attempts {\n        outcome\n        detail\n      }\n    }\n  }\n}"): typeof import('./graphql.js').DeliveriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription FollowCounters($filter: OccurrenceFilter) {\n  queueCounters(filter: $filter) {\n    total\n    unassigned\n    byStatus {\n      count\n      status {\n        key\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FollowCountersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription FollowMine($after: String) {\n  myOccurrenceUpdates(after: $after) {\n    kind\n    cursor\n    occurrenceId\n    event {\n      __typename\n      ... on OccurrenceStatusChanged {\n        to {\n          externalDescription\n        }\n      }\n    }\n    occurrence {\n      protocolNumber\n      status {\n        externalDescription\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FollowMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription FollowOccurrence($occurrenceId: ID!, $after: String) {\n  occurrenceUpdates(occurrenceId: $occurrenceId, after: $after) {\n    kind\n    cursor\n    event {\n      __typename\n      version\n      actor\n    }\n    occurrence {\n      version\n      status {\n        key\n        externalDescription\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FollowOccurrenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription FollowQueue($filter: OccurrenceFilter, $after: String) {\n  queueUpdates(filter: $filter, after: $after) {\n    kind\n    cursor\n    occurrenceId\n    event {\n      __typename\n      version\n      actor\n      ... on OccurrenceStatusChanged {\n        from {\n          key\n        }\n        to {\n          key\n        }\n      }\n    }\n    occurrence {\n      protocolNumber\n      version\n      status {\n        key\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FollowQueueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query History($id: ID!, $first: Int, $after: String) {\n  occurrence(id: $id) {\n    history(first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        __typename\n        version\n        occurredAt\n        actor\n        ... on OccurrenceStatusChanged {\n          comment\n          from {\n            key\n          }\n          to {\n            key\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').HistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Inbox($first: Int, $unreadOnly: Boolean) {\n  inbox(first: $first, unreadOnly: $unreadOnly) {\n    nodes {\n      id\n      title\n      body\n      readAt\n      occurrence {\n        protocolNumber\n      }\n    }\n  }\n}"): typeof import('./graphql.js').InboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LinkFeature($input: FeatureLinkInput!) {\n  featureLink(input: $input) {\n    feature {\n      id\n      key\n      occurrenceType {\n        key\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').LinkFeatureDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MyOccurrences($first: Int, $after: String) {\n  myOccurrences(first: $first, after: $after) {\n    streamCursor\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      protocolNumber\n      type {\n        name\n      }\n      status {\n        externalDescription\n        category\n        color\n      }\n      updatedAt\n    }\n  }\n}"): typeof import('./graphql.js').MyOccurrencesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Occurrence($id: ID!) {\n  occurrence(id: $id) {\n    id\n    protocolNumber\n    version\n    description\n    status {\n      id\n      key\n    }\n    transitions {\n      to {\n        key\n      }\n      needs\n      blockedBy {\n        code\n        message\n      }\n    }\n    tabs {\n      complete\n      tab {\n        key\n        name\n        required\n      }\n      entries {\n        id\n        data\n        author\n      }\n    }\n    notes(first: 20) {\n      nodes {\n        body\n        visibility\n        author\n      }\n    }\n    messages(first: 20) {\n      nodes {\n        body\n        fromBeneficiary\n        author\n      }\n    }\n    attachments {\n      id\n      fileName\n      byteSize\n      url\n    }\n    denialBasis {\n      reason\n      provision\n    }\n    attendanceStartedAt\n    resolvedAt\n    closedAt\n  }\n}"): typeof import('./graphql.js').OccurrenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation OpenOccurrence($input: OccurrenceCreateInput!) {\n  occurrenceCreate(input: $input) {\n    occurrence {\n      id\n      protocolNumber\n      version\n      createdAt\n      status {\n        key\n        externalDescription\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').OpenOccurrenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PostMessage($id: ID!, $input: MessagePostInput!) {\n  occurrenceMessagePost(id: $id, input: $input) {\n    message {\n      id\n      body\n      fromBeneficiary\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').PostMessageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Protocol($number: String!) {\n  protocol(number: $number) {\n    number\n    origin\n    issuedAt\n    occurrences {\n      id\n      status {\n        externalDescription\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ProtocolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Queue($filter: OccurrenceFilter, $orderBy: OccurrenceOrder, $first: Int, $after: String) {\n  occurrences(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n    totalCount\n    streamCursor\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      id\n      protocolNumber\n      version\n      createdAt\n      type {\n        key\n        name\n      }\n      status {\n        key\n        internalDescription\n        color\n      }\n      beneficiary {\n        name\n      }\n      attendant {\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.js').QueueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Reopen($id: ID!, $input: OccurrenceVersionInput) {\n  occurrenceReopen(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').ReopenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SaveTabEntry($id: ID!, $input: TabEntrySaveInput!) {\n  occurrenceTabEntrySave(id: $id, input: $input) {\n    tabEntry {\n      id\n      data\n      form {\n        key\n        version\n      }\n    }\n    occurrence {\n      version\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').SaveTabEntryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartAttendance($id: ID!, $input: OccurrenceVersionInput) {\n  occurrenceStartAttendance(id: $id, input: $input) {\n    occurrence {\n      version\n      status {\n        key\n      }\n      attendant {\n        name\n      }\n    }\n    cursor\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').StartAttendanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpsertBeneficiary($input: BeneficiaryUpsertInput!) {\n  beneficiaryUpsert(input: $input) {\n    beneficiary {\n      id\n      name\n      holder {\n        name\n      }\n    }\n    userErrors {\n      code\n      message\n      path\n    }\n  }\n}"): typeof import('./graphql.js').UpsertBeneficiaryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    id\n    name\n    roles\n    permissions\n    operator {\n      name\n      slug\n      ansRegistry\n      timeZone\n    }\n    beneficiary {\n      id\n    }\n  }\n}"): typeof import('./graphql.js').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
