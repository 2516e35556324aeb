import { basePath } from "../environment";

/** Where a principal's page is: below Accounts & Access, by its reference. */
export function principalAddress(reference: string): string {
  return `${basePath}/accounts/${reference.split("/").map(encodeURIComponent).join("/").replace("%3A", ":")}`;
}
