/**
 * A pseudorandom function (HMAC-SHA256) under a secret that every process of the system shares: makes names that people chose
 * unreadable also to those who can try all of them. Rules: the same text gives the same 32 bytes in every process and for as long
 * as any journey lives, whatever becomes of the master key.
 */
export abstract class KeyedDigest {
  abstract of(text: string): Promise<Buffer>;
}
