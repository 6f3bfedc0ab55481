export { explainAnswer, explainSla, type Reader } from './explain.js';
export { type Language } from './languages.js';
