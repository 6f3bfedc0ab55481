import type { AppParts } from './app.js';
import { documentsOf } from './documents.js';
import {
  actionNodes,
  ActionTrials,
  channelsOf,
  DeliveryService,
  HookTargetService,
  fireActions,
  InboxService,
} from './modules/actions/index.js';
import { apiTokenNodes, KnownApiTokens } from './modules/api-tokens/index.js';
import { type AttachmentService, createAttachments } from './modules/attachments/index.js';
import { BusinessCalendarService } from './modules/business-calendars/index.js';
import { configurationNodes } from './modules/configuration/index.js';
import { deviceNodes, PushDevices } from './modules/devices/index.js';
import { FormService } from './modules/forms/index.js';
import { DenialLetters, keepDenialLetter } from './modules/letters/index.js';
import { occurrenceNodes, OccurrenceService } from './modules/occurrences/index.js';
import { operatorNodes } from './modules/operators/index.js';
import { peopleNodes } from './modules/people/index.js';
import { ActivitySignals } from './modules/presence/index.js';
import { ProtocolTypeService } from './modules/protocols/index.js';
import { keepMilestones } from './modules/reports/index.js';
import { teamNodes, TeamService } from './modules/teams/index.js';
import {
  businessCalendarUses,
  FeatureService,
  formUses,
  OccurrenceTypeService,
  protocolTypeUses,
  workflowNodes,
} from './modules/workflow/index.js';
import { InProcessLeases, Leases } from './platform/leases/index.js';
import type { NodeLoaders } from './platform/graphql/node-query.js';

/** Everything that resolvers and the seed call; each names what it needs of it. */
export interface Services {
  /** Where the product is reached from outside; known once it listens. */
  readonly links: { publicUrl: string };
  /** How to find anything by its id. */
  readonly nodes: NodeLoaders;
  readonly forms: FormService;
  readonly protocolTypes: ProtocolTypeService;
  readonly businessCalendars: BusinessCalendarService;
  readonly teams: TeamService;
  readonly occurrenceTypes: OccurrenceTypeService;
  readonly features: FeatureService;
  readonly attachments: AttachmentService;
  readonly occurrences: OccurrenceService;
  readonly activity: ActivitySignals;
  readonly deliveries: DeliveryService;
  readonly hookTargets: HookTargetService;
  readonly actionTrials: ActionTrials;
  readonly inbox: InboxService;
  readonly knownApiTokens: KnownApiTokens;
}

/** `demo`: what is made by them sends nothing and lands nowhere, for seeding. */
export function createServices(
  { config, database, clock, bus, jobs, log, channels, leaseStore }: Omit<AppParts, 'scheduler' | 'verifier'>,
  { demo = false }: { demo?: boolean } = {},
): Services {
  const links = { publicUrl: config.publicUrl ?? '' };
  const letters = new DenialLetters(database);
  return {
    links,
    nodes: {
      ...operatorNodes,
      ...peopleNodes,
      ...configurationNodes,
      ...apiTokenNodes,
      ...deviceNodes,
      ...workflowNodes,
      ...teamNodes,
      ...occurrenceNodes,
      ...actionNodes,
    },
    forms: new FormService(formUses),
    protocolTypes: new ProtocolTypeService(protocolTypeUses),
    businessCalendars: new BusinessCalendarService(businessCalendarUses),
    teams: new TeamService(),
    occurrenceTypes: new OccurrenceTypeService({ allowInsecureHooks: config.webhookAllowPrivateNetworks }),
    features: new FeatureService(),
    attachments: createAttachments(config, { database, clock, links, letters }),
    occurrences: new OccurrenceService({
      bus,
      reactions: [keepDenialLetter, fireActions({ links, jobs, demo }), keepMilestones],
    }),
    activity: new ActivitySignals(new Leases(leaseStore ?? new InProcessLeases(), bus)),
    deliveries: new DeliveryService({ jobs, bus, links }),
    hookTargets: new HookTargetService({ jobs, bus }),
    actionTrials: new ActionTrials({
      channels: channelsOf(config, new PushDevices(database), documentsOf(letters), channels),
      log,
      links,
      allowInsecureHooks: config.webhookAllowPrivateNetworks,
    }),
    inbox: new InboxService({ bus }),
    knownApiTokens: new KnownApiTokens({ database, clock, log }),
  };
}
