import { randomInt, randomUUID } from 'node:crypto';
import { type Language, type Words } from '#journey';
import { RequestError } from '../errors.js';
import { type AuthorityPort, type SecondChannel, type SecondChannelStore, type WallClock } from '../ports.js';

export interface SecondChannelsParts {
  readonly secondChannels: SecondChannelStore;
  readonly authorities: AuthorityPort;
  readonly wall: WallClock;
}

/** Service that sends short texts. */
const SEND = { service: 'textService.send', authority: 'textService' } as const;

/** Milliseconds for which a code is of use. */
const CODE_LASTS = 15 * 60_000;

const CODE: Readonly<Record<Language, (code: string) => string>> = {
  da: code => `Din kode til Overgang er ${code}. Giv den ikke til andre.`,
  en: code => `Your code for Overgang is ${code}. Do not give it to anybody.`,
};

const UNREACHED: Words = {
  da: 'Nummeret eller adressen findes ikke. Skriv den igen.',
  en: 'There is no such number or address. Write it again.',
};
const WRONG_CODE: Words = {
  da: 'Koden passer ikke, eller den gælder ikke længere. Skriv den igen, eller få en ny.',
  en: 'The code is not right, or is no longer valid. Write it again, or get a new one.',
};

/** Whoever else sees the telephone learns nothing of the case. */
const NEWS: Readonly<Record<Language, string>> = {
  da: 'Der er nyt i din sag på Overgang.',
  en: 'There is news in your case at Overgang.',
};

/**
 * *Notification without content*: besides Digital Post, somebody may be told by text message or e-mail that there is news. The address
 * is theirs once they send back the code that went there. It is a courtesy: what counts is the message, which is delivered without it.
 */
export class SecondChannels {
  readonly #parts: SecondChannelsParts;

  constructor(parts: SecondChannelsParts) {
    this.#parts = parts;
  }

  of(person: string): Promise<SecondChannel | undefined> {
    return this.#parts.secondChannels.find(person);
  }

  /**
   * Sends a code to an address, which is unconfirmed from now on.
   *
   * @throws RequestError `invalid` when nobody can be reached there; RetryableError
   */
  async propose(
    person: string,
    channel: Pick<SecondChannel, 'way' | 'address'>,
    language: Language,
  ): Promise<void> {
    const { secondChannels, wall } = this.#parts;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await secondChannels.save(person, channel, { code, until: wall.now() + CODE_LASTS });
    const isSent = await this.#send(channel, CODE[language](code), `code-${randomUUID()}`);
    if (!isSent) throw invalid('/address', 'format', UNREACHED);
  }

  /** @throws RequestError `invalid` when it is not the code, or the code is of no use any more */
  async confirm(person: string, code: string): Promise<void> {
    const { secondChannels, wall } = this.#parts;
    if (await secondChannels.confirm(person, code, wall.now())) return;
    throw invalid('/code', 'code', WRONG_CODE);
  }

  remove(person: string): Promise<void> {
    return this.#parts.secondChannels.remove(person);
  }

  /**
   * Tells somebody that there is news, where they have confirmed an address. Failing is of no consequence: the message itself is on its way.
   *
   * @param id idempotency key: the same is sent once
   */
  async tell(person: string, language: Language, id: string): Promise<void> {
    try {
      const channel = await this.#parts.secondChannels.find(person);
      if (channel?.confirmed === true) await this.#send(channel, NEWS[language], id);
    } catch {
      // The gateway or the store is away, and the message stands in the mailbox.
    }
  }

  /** @returns whether it was taken */
  async #send(
    { way, address }: Pick<SecondChannel, 'way' | 'address'>,
    text: string,
    id: string,
  ): Promise<boolean> {
    const { authorities } = this.#parts;
    const { kind } = await authorities.call({ dispatch: id, ...SEND, input: { way, address, text } });
    return kind !== 'refused';
  }
}

function invalid(path: string, code: string, words: Words): RequestError {
  return new RequestError('invalid', 'the address was not taken', [{ path, code, message: words.en, words }]);
}
