/** What one operation may take up, over HTTP and over WebSocket alike. All but the cost is told by the document alone. */
export interface OperationLimits {
  readonly tokens: number;
  /** Fields within fields, with fragments put in place. The introspection of explorers is 15 deep. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Fragment spreads, as they are written. */
  readonly spreads: number;
  /** Fields that stand in their selection already. */
  readonly repeated: number;
  /** See `costOf`. */
  readonly cost: number;
  /** Objects and lists within each other, in variables. */
  readonly variableDepth: number;
}

export const operationLimits: OperationLimits = {
  tokens: 4_000,
  depth: 15,
  aliases: 100,
  directives: 50,
  rootFields: 20,
  spreads: 50,
  repeated: 100,
  cost: 200_000,
  variableDepth: 50,
};
