/** What is kept with an event of an occurrence that is open and shown, as the product keeps it. */
export const facetsOf = (statusId: string, attendantId: string | null) => ({
  statusId,
  attendantId,
  closed: false,
  shown: true,
  lastShownStatusId: statusId,
  slaState: null,
  regulatoryState: null,
});
