export type { Channel, Parcel, Sent } from './channels/channel.js';
export { channelsOf } from './channels/index.js';
export { deliver } from './deliver/delivering.js';
export { fireActions } from './fire-actions.js';
export { DeliveryService } from './delivery.service.js';
export { ActionTrials } from './trials/action-trials.js';
export { InboxService } from './inbox.service.js';
export { actionNodes } from './node-loaders.js';
export { registerWhatsAppCallbacks } from './whatsapp-callbacks/routes.js';
