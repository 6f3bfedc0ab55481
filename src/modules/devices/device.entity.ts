import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';

export const devicePlatforms = ['ANDROID', 'IOS', 'WEB'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];

/** A phone or browser on which a member gets pushes. */
export const DeviceEntity = defineEntity({
  name: 'Device',
  tableName: 'device',
  properties: {
    ...tenantKey,
    beneficiaryId: p.text(),
    platform: p.enum(devicePlatforms),
    /** What the push service knows it by; never shown and never logged. */
    token: p.text(),
    tokenDigest: p.text(),
    name: p.text().nullable(),
    createdAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
  },
});
export type DeviceRow = InferEntity<typeof DeviceEntity>;
