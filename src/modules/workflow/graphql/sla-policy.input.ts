import { Field, InputType, Int } from 'type-graphql';
import type { SlaMetric, SlaUnit } from '../model.js';
import { SlaMetricEnum, SlaUnitEnum } from './enums.js';

@InputType({ description: "The operator's own promise." })
export class SlaPolicyInput {
  @Field(() => Int, { description: 'How many units it takes at the most: from 1, up to two years.' })
  amount!: number;
  @Field(() => SlaUnitEnum, { description: 'What is counted.' })
  unit!: SlaUnit;
  @Field(() => SlaMetricEnum, { defaultValue: 'RESOLUTION', description: 'What has to happen by then.' })
  metric!: SlaMetric;
  @Field(() => Int, { defaultValue: 80, description: 'When it counts as at risk, in percent of the time: 1 to 100.' })
  warnAtPercent!: number;
}
