import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { DevicePlatform } from '../device.entity.js';
import { DevicePlatformEnum } from './device-platform.enum.js';

@ObjectType('Device', {
  implements: Node,
  description: 'A phone or browser on which a beneficiary gets pushes. Its token is never shown.',
})
export class DeviceObject extends Node {
  @Field(() => DevicePlatformEnum, { description: 'What it runs.' })
  platform!: DevicePlatform;
  @Field(() => String, { nullable: true, description: 'What it is called, such as "Celular da Ana"; null: nothing.' })
  name!: string | null;
  @Field(() => GraphQLDateTime, { description: 'When the beneficiary registered it first.' })
  createdAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'When it was registered last.' })
  lastSeenAt!: Date;
}
