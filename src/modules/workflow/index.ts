export { Catalogue, catalogueIn, catalogueOf } from './catalogue.js';
export { lockConfiguration } from '../configuration/index.js';
export * from './model.js';
