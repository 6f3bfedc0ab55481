import { english } from './english.js';
import { portuguese } from './portuguese.js';

export const languages = { PT: portuguese, EN: english };
export type Language = keyof typeof languages;
