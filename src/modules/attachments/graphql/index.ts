import { AttachmentUploadCreateMutation } from './attachment-upload-create.mutation.js';

export const resolvers = [AttachmentUploadCreateMutation];
