import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.js';
import { protocolOrigins } from '../../protocols/index.js';

export const ProtocolOriginEnum = enumOf(protocolOrigins);
registerEnumType(ProtocolOriginEnum, {
  name: 'ProtocolOrigin',
  description: 'Who gave the number of a protocol.',
  valuesConfig: {
    ISSUED: { description: 'It was issued here, by a protocol type.' },
    EXTERNAL: {
      description: 'A system brought it along, such as an ERP or a call centre; never one that could be issued here.',
    },
  },
});
