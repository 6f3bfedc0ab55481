import { ReportAgeingQuery } from './report-ageing.query.js';
import { ReportBacklogQuery } from './report-backlog.query.js';
import { ReportGroupFields } from './report-group.fields.js';
import { ReportRegulatoryAnswersQuery } from './report-regulatory-answers.query.js';
import { ReportSlaQuery } from './report-sla.query.js';
import { ReportTimesQuery } from './report-times.query.js';
import { ReportVolumeQuery } from './report-volume.query.js';

export const resolvers = [
  ReportVolumeQuery,
  ReportTimesQuery,
  ReportSlaQuery,
  ReportRegulatoryAnswersQuery,
  ReportAgeingQuery,
  ReportBacklogQuery,
  ReportGroupFields,
];
