export { OperatorObject } from './operator.type.js';
