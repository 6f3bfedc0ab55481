import { describedEnum } from '../../../platform/graphql/enum.js';
import type { DevicePlatform } from '../device.entity.js';

export const DevicePlatformEnum = describedEnum<DevicePlatform>('DevicePlatform', 'What a device runs.', {
  ANDROID: 'An app on Android.',
  IOS: 'An app on iOS or iPadOS.',
  WEB: 'A browser.',
});
