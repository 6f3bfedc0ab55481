export { fireActions } from './fire-actions.js';
export { InboxService } from './inbox.service.js';
export { actionNodes } from './node-loaders.js';
