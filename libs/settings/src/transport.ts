import { EnvironmentError } from './environment.js';

/** Hosts on this machine: what is said to them crosses no network. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

const ENCRYPTED_PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'rediss:']);
const ENCRYPTED_MODES: ReadonlySet<string> = new Set(['require', 'verify-ca', 'verify-full']);

/**
 * Transport security: what is wrong with the way to each address, as faults of the environment.
 *
 * Secrets and personal data go over TLS, unless to this machine itself or to a host that `PLAINTEXT_HOSTS` names, for a network that
 * is trusted, as within one compose file. What goes in plain text is thereby written down, and never so by oversight.
 *
 * @param addresses by the variable that gives them; several of one, with commas
 */
export function plaintextFaults(
  addresses: Readonly<Record<string, string | undefined>>,
  plaintextHosts: readonly string[],
): readonly string[] {
  return Object.entries(addresses).flatMap(([name, text]) =>
    (text ?? '').split(',').flatMap(part => {
      if (part.trim() === '') return [];
      const url = new URL(part.trim());
      if (isEncrypted(url) || LOOPBACK.test(url.hostname) || plaintextHosts.includes(url.hostname)) return [];
      return [
        `${name} sends in plain text to ${url.hostname}. Use TLS (https:, rediss:, ?sslmode=verify-full), or name the host in PLAINTEXT_HOSTS if the network to it is trusted.`,
      ];
    }),
  );
}

/** @throws EnvironmentError with what {@link plaintextFaults} finds */
export function requireTransport(...way: Parameters<typeof plaintextFaults>): void {
  const faults = plaintextFaults(...way);
  if (faults.length > 0) throw new EnvironmentError(faults);
}

function isEncrypted(url: URL): boolean {
  return ENCRYPTED_PROTOCOLS.has(url.protocol) || ENCRYPTED_MODES.has(url.searchParams.get('sslmode') ?? '');
}
