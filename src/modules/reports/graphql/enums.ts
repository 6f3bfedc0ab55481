import { describedEnum } from '../../../platform/graphql/enum.js';
import type { ReportDimension } from '../grouping.js';
import type { ReportPeriod } from '../range.js';

export const ReportPeriodEnum = describedEnum<ReportPeriod>(
  'ReportPeriod',
  "Into which periods a report is cut, by the operator's time zone.",
  { DAY: 'Days.', WEEK: 'Weeks, from Monday to Sunday.', MONTH: 'Months of the calendar.' },
);

export const ReportDimensionEnum = describedEnum<ReportDimension>(
  'ReportDimension',
  'By what a report is grouped. Open: more may come.',
  {
    TYPE: 'The type of occurrence.',
    STATUS: 'The status; each report says of which moment.',
    ATTENDANT: 'Who has it; each report says at which moment. For supervisors alone.',
  },
);
