import type { Membership } from "../api/types";

/** The text that says how somebody came to be in a group. */
export function membershipKey({ origin, rules }: Membership): string {
  return `fa.membership.${origin}${rules ? ".rules" : ""}`;
}

/** The rules that give it, by identity provider and mapper. */
export function ruleNames({ rules = [] }: Membership): string {
  return rules.map(({ identityProvider, mapper }) => `${identityProvider}: ${mapper}`).join(", ");
}
