/** Where a token says what. A name with dots that is no claim itself leads into objects: `realm_access.roles`. */
export interface ClaimNames {
  readonly operator: string;
  readonly roles: string;
  readonly name: string;
  readonly scopes: string;
}

export const defaultClaimNames: ClaimNames = { operator: 'operator', roles: 'roles', name: 'name', scopes: 'scope' };

/** Who signs the tokens: keys kept in the data directory, or an OIDC provider. */
export type AuthSettings =
  | { readonly kind: 'development' }
  | {
      readonly kind: 'provider';
      readonly issuer: string;
      readonly audience: string;
      readonly jwksUrl: string;
      readonly claimNames: ClaimNames;
    };
