export type { Channel, Parcel, Sent } from './channels/channel.js';
export { createChannels } from './channels/index.js';
export { deliver } from './deliver/delivering.js';
export { fireActions } from './fire-actions.js';
export { DeliveryService } from './delivery.service.js';
export { InboxService } from './inbox.service.js';
export { actionNodes } from './node-loaders.js';
export { registerWhatsAppCallbacks } from './whatsapp-callbacks/routes.js';
