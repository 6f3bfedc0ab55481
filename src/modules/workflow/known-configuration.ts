/** What the check of a type needs to know of a form. */
export interface FormFacts {
  readonly active: boolean;
  /** The fields that a condition may read, nested ones with dots: "valor", "endereco.cidade". */
  readonly fields: readonly string[];
}

/** What a definition may refer to outside of itself: the rest of the operator's configuration, and the deployment's. */
export interface KnownConfiguration {
  /** The ids of the active ones. */
  readonly protocolTypes: ReadonlySet<string>;
  /** The ids of the active ones. */
  readonly businessCalendars: ReadonlySet<string>;
  /** By id, inactive ones too. */
  readonly forms: ReadonlyMap<string, FormFacts>;
  /** What concludes nothing, in the operator's words. */
  readonly genericTerms: readonly string[];
  /** Hooks by http: for trying things out. */
  readonly allowInsecureHooks?: boolean;
}
