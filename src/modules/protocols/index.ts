export { issueNumber, keepProtocol } from './issue-number.js';
export { loadProtocolTypes } from './load-protocol-types.js';
export { isAnsNumberOf } from './number.js';
export { type Protocol, ProtocolEntity, type ProtocolType, ProtocolTypeEntity } from './protocol.entity.js';
export { ProtocolTypeService } from './protocol-type-service.js';
export type { ProtocolTypeUses } from './protocol-type-uses.js';
