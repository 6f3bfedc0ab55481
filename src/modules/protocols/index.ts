export { issueNumber } from './issue-number.js';
export { keepProtocol } from './keep-protocol.js';
export { loadProtocolTypes } from './load-protocol-types.js';
export { isOwnShape } from './number-space.js';
export {
  originOf,
  type Protocol,
  ProtocolEntity,
  type ProtocolOrigin,
  protocolOrigins,
  type ProtocolType,
  ProtocolTypeEntity,
} from './protocol.entity.js';
export { ProtocolTypeService } from './protocol-type-service.js';
export type { ProtocolTypeUses } from './protocol-type-uses.js';
export { isNumberText, longestGivenNumber, writtenNumber } from './written-number.js';
