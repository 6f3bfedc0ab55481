export { keepMilestones } from './keep-milestones.js';
