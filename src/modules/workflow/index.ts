export { lockConfiguration } from '../configuration/index.js';
export { Catalogue, catalogueIn, catalogueOf } from './catalogue.js';
export { conditionHolds } from './condition-evaluation.js';
export { FeatureService } from './feature-service.js';
export * from './model.js';
export { workflowNodes } from './node-loaders.js';
export { OccurrenceTypeService } from './occurrence-type-service.js';
export { formUses, protocolTypeUses } from './uses.js';
export { renderTemplate } from './templates.js';
