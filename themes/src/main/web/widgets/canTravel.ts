/** Whether a header can hold it: letters of Western Europe, and no control characters. */
export function canTravel(reason: string): boolean {
  return /^[\x20-\x7e\xa0-\xff]*$/.test(reason);
}
