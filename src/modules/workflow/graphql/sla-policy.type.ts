import { Field, Int, ObjectType } from 'type-graphql';
import type { SlaMetric, SlaUnit } from '../model.js';
import { SlaMetricEnum, SlaUnitEnum } from './enums.js';

@ObjectType('SlaPolicy', { description: "The operator's own promise." })
export class SlaPolicyObject {
  @Field(() => Int, { description: 'How many units it takes at the most.' })
  amount!: number;
  @Field(() => SlaUnitEnum, { description: 'What is counted.' })
  unit!: SlaUnit;
  @Field(() => SlaMetricEnum, { description: 'What has to happen by then.' })
  metric!: SlaMetric;
  @Field(() => Int, { description: 'When the deadline counts as at risk, in percent of the time: 80 unless set.' })
  warnAtPercent!: number;
}
