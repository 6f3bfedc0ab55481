import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({
  description: 'Anything that has an id of its own, unique over all types.',
  autoRegisterImplementations: true,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; the same for as long as the thing exists.' })
  id!: string;
}
