export { ApiTokenVerifier } from './api-token-verifier.js';
export { KnownApiTokens } from './known-api-tokens.js';
export { apiTokenNodes } from './read-api-tokens.js';
