export { deviceNodes } from './read-devices.js';
