/** The two layers that keep operators apart. Each holds alone; tests switch one off to show that the other does. */
export interface Tenancy {
  /** Every query through the ORM is narrowed to the operator. */
  readonly applicationFilter: boolean;
  /** PostgreSQL shows the operator's rows alone. */
  readonly rowLevelSecurity: boolean;
}

export const bothLayers: Tenancy = { applicationFilter: true, rowLevelSecurity: true };

/** The group role that the application's login belongs to: neither superuser nor owner, so that policies bind it. */
export const applicationRole = 'ocorrencias_app';
