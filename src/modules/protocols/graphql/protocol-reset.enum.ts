import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.js';
import { protocolResets } from '../protocol.entity.js';

export const ProtocolResetEnum = enumOf(protocolResets);
registerEnumType(ProtocolResetEnum, {
  name: 'ProtocolReset',
  description: 'When the running number of protocols begins at one again, in the time zone of the operator.',
  valuesConfig: {
    NEVER: { description: 'It never does: a pattern whose numbers have run out issues no more.' },
    YEARLY: { description: 'Every year: the pattern has {yyyy}.' },
    MONTHLY: { description: 'Every month: the pattern has {yyyy} and {mm}.' },
    DAILY: { description: 'Every day: the pattern has {yyyy}, {mm} and {dd}.' },
  },
});
