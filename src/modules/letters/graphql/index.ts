import { OccurrenceDenialLetterFields, StatusChangedDenialLetterFields } from './denial-letter.fields.js';

export const resolvers = [OccurrenceDenialLetterFields, StatusChangedDenialLetterFields];
