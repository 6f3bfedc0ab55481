import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../../../platform/auth/roles.js';
import { RoleEnum } from './role.enum.js';

/** Its root value is the caller; the rest is in viewer.fields.ts. */
@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerObject {
  @Field(() => String, { description: 'As the credentials have it.' })
  name!: string;
  @Field(() => [RoleEnum], { description: 'As the credentials have them.' })
  roles!: readonly Role[];
}
