export { concludesNothing, genericTermLimits, genericTermsOf, usualGenericTerms, wordsOf } from './generic-answers.js';
