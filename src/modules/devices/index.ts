export { deviceNodes } from './read-devices.js';
export { PushDevices } from './push-devices.js';
