export { createOperator, type NewOperator } from './create-operator.js';
export { type Operator, OperatorEntity } from './operator.entity.js';
export { findOperatorBySlug, loadOperator, operatorOf } from './operators.js';
