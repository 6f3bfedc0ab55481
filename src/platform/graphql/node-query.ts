import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type IdKind, kindOfId } from '../../shared/ids.js';
import { RequiresCaller } from './access.js';
import type { RequestContext } from './context.js';
import { Node } from './node.js';

/** The row behind an id; null where it is missing, of another operator, or not for this caller. */
export type NodeLoader = (ctx: RequestContext, id: string) => Promise<Node | null>;

/** What a module can look up by id, by the kinds of its ids. */
export type NodeLoaders = Readonly<Partial<Record<IdKind, NodeLoader>>>;

@Resolver()
export class NodeQuery {
  constructor(private readonly services: { readonly nodes: NodeLoaders }) {}

  @RequiresCaller()
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null where the caller can see no such thing.',
  })
  async node(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of whatever it is.' }) id: string,
  ): Promise<Node | null> {
    const kind = kindOfId(id);
    return (kind && (await this.services.nodes[kind]?.(ctx, id))) ?? null;
  }
}
