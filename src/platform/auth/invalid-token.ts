/**
 * The token proves nothing. The reason is for the log alone and quotes nothing of the token; for that, there is no
 * cause either: the library's errors carry all claims.
 */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';

  constructor(readonly reason: string) {
    super(`invalid token: ${reason}`);
  }
}
