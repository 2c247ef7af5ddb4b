import { MasterKeys } from './sealing/master-keys.js';

/** The environment variable of the {@link MasterKeys}. */
export const MASTER_KEYS_VARIABLE = {
  name: 'MASTER_KEY',
  remedy:
    '32 random bytes in base64, e.g. from: openssl rand -base64 32 (several with commas, the one in use first)',
  read: (text: string): MasterKeys => MasterKeys.parse(text),
} as const;
