export { DenialLetterEntity } from './denial-letter.entity.js';
export { DenialLetters } from './denial-letters.js';
export { keepDenialLetter } from './keep-denial-letter.js';
