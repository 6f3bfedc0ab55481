/** What a storage says where it has no room; the product treats it as a full disk. */
const noRoom = new Set(['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'InsufficientStorage']);

/** A failure of the storage in words of ours: what it said can name buckets and keys. */
class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  /** As of a disk or a connection, by which the web server tells 507 from 503. */
  readonly code: string;

  constructor(said: string, status: number | undefined) {
    super(`the file storage failed: ${said}${status === undefined ? '' : ` (${status})`}`);
    this.code = noRoom.has(said) || status === 507 ? 'ENOSPC' : 'ECONNRESET';
  }
}

export function storageFailure(error: unknown): Error {
  const { name, $metadata } = error as { name?: unknown; $metadata?: { httpStatusCode?: number } };
  return new StorageFailure(typeof name === 'string' ? name : 'unknown', $metadata?.httpStatusCode);
}
