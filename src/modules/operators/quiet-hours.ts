/** By the operator's clocks, "22:00" to "08:00": from the first minute, up to and without the last. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Hours and minutes of a day: "00:00" to "23:59". */
export const isTimeOfDay = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
