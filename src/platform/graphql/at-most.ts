import 'reflect-metadata';
import { Extensions } from 'type-graphql';

/** How long a list without pages may be, for what its operation costs: see `costOf`. Whoever makes the list holds to it. */
export const AtMost = (items: number): MethodDecorator => Extensions({ atMost: items }) as MethodDecorator;
