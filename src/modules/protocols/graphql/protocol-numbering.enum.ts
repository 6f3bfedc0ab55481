import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.js';
import { protocolNumberings } from '../protocol.entity.js';

export const ProtocolNumberingEnum = enumOf(protocolNumberings);
registerEnumType(ProtocolNumberingEnum, {
  name: 'ProtocolNumbering',
  description: 'How the numbers of protocols are made.',
  valuesConfig: {
    ANS: {
      description:
        "The regulator's 20-digit number: registry (6), date yyyymmdd (8), sequence of the day (6). A day has 999,999; after them occurrenceCreate answers NOT_AVAILABLE until the next.",
    },
    SEQUENTIAL: { description: 'A prefix and a running number, or whatever the pattern says.' },
  },
});
