export { ActivitySignals } from './signal-activity.js';
