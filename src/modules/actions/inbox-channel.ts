/** What the bus is woken by when something lands in a member's inbox. */
export const inboxChannel = (beneficiaryId: string): string => `inbox:${beneficiaryId}`;
