import { Field, InputType, Int } from 'type-graphql';
import type { Role } from '../../../platform/auth/roles.js';
import { RoleEnum } from '../../people/index.js';
import type { StatusCategory } from '../model.js';
import { StatusCategoryEnum } from './enums.js';

const descriptions = {
  key: 'Stable name inside its type: a lower-case letter and up to 63 more, digits, _ or -.',
  internalDescription: 'What the attendant panel shows: 500 characters at most.',
  externalDescription:
    'What beneficiaries read: 500 characters at most. GENERIC_ANSWER where an active conclusive status says nothing but "em análise" or another of the operator\'s genericAnswerTerms.',
  category:
    'Null: NEW for the default one, RESOLVED where it resolves, CLOSED where it closes, WAITING_BENEFICIARY where it pauses the SLA, else IN_PROGRESS.',
  color: 'Hexadecimal with six digits: "#1D4ED8".',
  isDefault: 'New occurrences begin here: exactly one active status of a type.',
  startsAttendance: 'Given when an attendant starts: at most one active status of a type.',
  showInHistory: "False: an occurrence in this status is not in its beneficiary's history.",
  resolves: 'The request is resolved.',
  closes: 'Nothing changes after it but by reopening.',
  pausesSla: "The operator's own clock stands still.",
  conclusive:
    'Answers the request and stops the regulatory clock, so that its external description concludes something; null: as resolves.',
  requiresComment: 'Entering it needs a comment.',
  requiresDenialBasis: 'Entering it needs the contract clause or legal provision of the denial.',
  active: 'False takes it out of use; refused while occurrences are in it, and for the default one.',
  displayOrder: 'Place among the statuses of its type; where it repeats the key decides.',
  nextStatusKeys:
    'Where an occurrence may go from here; null: any other active status of the type, none where it closes.',
  previousStatusKeys: 'Adds this one to the next ones of those.',
  allowedRoles: 'Who may move an occurrence into it; null: ATTENDANT, SUPERVISOR, INTEGRATION. BENEFICIARY is refused.',
} as const;

@InputType({ description: 'A new status.' })
export class StatusInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.internalDescription })
  internalDescription!: string;
  @Field(() => String, { description: descriptions.externalDescription })
  externalDescription!: string;
  @Field(() => StatusCategoryEnum, { nullable: true, description: descriptions.category })
  category?: StatusCategory | null;
  @Field(() => String, { description: descriptions.color })
  color!: string;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.isDefault })
  isDefault!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.startsAttendance })
  startsAttendance!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: descriptions.showInHistory })
  showInHistory!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.resolves })
  resolves!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.closes })
  closes!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.pausesSla })
  pausesSla!: boolean;
  @Field(() => Boolean, { nullable: true, description: descriptions.conclusive })
  conclusive?: boolean | null;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.requiresComment })
  requiresComment!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.requiresDenialBasis })
  requiresDenialBasis!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: descriptions.active })
  active!: boolean;
  @Field(() => Int, { defaultValue: 0, description: descriptions.displayOrder })
  displayOrder!: number;
  @Field(() => [String], { nullable: true, description: descriptions.nextStatusKeys })
  nextStatusKeys?: string[] | null;
  @Field(() => [String], { nullable: true, description: descriptions.previousStatusKeys })
  previousStatusKeys?: string[] | null;
  @Field(() => [RoleEnum], { nullable: true, description: descriptions.allowedRoles })
  allowedRoles?: Role[] | null;
}

@InputType({
  description:
    'What is to be different: absent leaves as it is, null clears. In a list the key says which one; a new key adds one.',
})
export class StatusUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.internalDescription })
  internalDescription?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.externalDescription })
  externalDescription?: string | null;
  @Field(() => StatusCategoryEnum, { nullable: true, description: descriptions.category })
  category?: StatusCategory | null;
  @Field(() => String, { nullable: true, description: descriptions.color })
  color?: string | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.isDefault })
  isDefault?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.startsAttendance })
  startsAttendance?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.showInHistory })
  showInHistory?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.resolves })
  resolves?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.closes })
  closes?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.pausesSla })
  pausesSla?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.conclusive })
  conclusive?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.requiresComment })
  requiresComment?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.requiresDenialBasis })
  requiresDenialBasis?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
  @Field(() => Int, { nullable: true, description: descriptions.displayOrder })
  displayOrder?: number | null;
  @Field(() => [String], { nullable: true, description: descriptions.nextStatusKeys })
  nextStatusKeys?: string[] | null;
  @Field(() => [String], { nullable: true, description: descriptions.previousStatusKeys })
  previousStatusKeys?: string[] | null;
  @Field(() => [RoleEnum], { nullable: true, description: descriptions.allowedRoles })
  allowedRoles?: Role[] | null;
}
