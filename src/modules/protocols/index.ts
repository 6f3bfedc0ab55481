export { loadProtocolTypes } from './load-protocol-types.js';
export {
  type Protocol,
  ProtocolEntity,
  type ProtocolNumbering,
  protocolNumberings,
  type ProtocolType,
  ProtocolTypeEntity,
} from './protocol.entity.js';
