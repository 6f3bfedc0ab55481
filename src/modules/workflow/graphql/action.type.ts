import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { ActionKind } from '../model.js';
import { ActionKindEnum } from './enums.js';

/** What depends on the caller, or leads to other elements, is in action.fields.ts. */
@ObjectType('Action', { description: 'What is sent out when an occurrence enters a status.', implements: Node })
export class ActionObject extends Node {
  @Field(() => String, { description: 'Stable name inside its type: "hook_reembolso_solicitado".' })
  key!: string;
  @Field(() => String, { description: 'What it is, for the configurator: "push - autorização - solicitado".' })
  description!: string;
  @Field(() => ActionKindEnum, { description: 'By which channel it goes out.' })
  kind!: ActionKind;
  @Field(() => Boolean, { description: 'False: it does not fire any more.' })
  active!: boolean;
}
