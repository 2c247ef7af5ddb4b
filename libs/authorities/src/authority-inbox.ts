import {
  type AuthorityReply,
  type FieldError,
  type PersonVault,
  type ReportRequest,
  RequestError,
} from '#runtime';
import { correlatedPersons } from '#journey';
import { isObject } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { type AuthorityRights } from './authority-rights.js';
import { type Catalogue } from './catalogue.js';
import { ContractValidators } from './contract-validators.js';
import { personsForNumbers, personsKnown } from './person-exchange.js';
import { refusalOf } from './read-reply.js';
import { type SchemaFault } from './schema-validators.js';

/** A reply that settles its dispatch: at once, or in a callback after `accepted`. */
export type FinalReply = Exclude<AuthorityReply, { kind: 'accepted' }>;

/**
 * Parses and validates webhooks from authorities: callbacks and register events. Signatures are verified before. CPR numbers
 * become person ids here.
 */
export class AuthorityInbox {
  readonly #catalogue: Catalogue;
  readonly #persons: PersonVault;
  readonly #rights: AuthorityRights;
  readonly #validators = new ContractValidators('wire');

  constructor(catalogue: Catalogue, persons: PersonVault, rights: AuthorityRights) {
    this.#catalogue = catalogue;
    this.#rights = rights;
    this.#persons = persons;
  }

  /**
   * Parses a callback: `{ outcome: 'answered', answer }` or `{ outcome: 'refused', refusal: { code, detail? } }`.
   *
   * @param id the service that was asked
   * @throws RequestError `invalid` with each field that does not fit the contract
   */
  async reply(id: string, body: Json): Promise<FinalReply> {
    const service = this.#catalogue.service(id);
    if (!service) throw new RequestError('invalid', `No contract describes ${id}.`);
    const { outcome, answer, refusal } = objectOf(body);
    if (outcome === 'answered') {
      invalidIf(
        `The answer does not fit the contract of ${id}.`,
        '/answer',
        this.#validators.answer(service, answer),
      );
      const inside = await personsForNumbers(answer ?? null, service.answer, this.#persons);
      return { kind: 'answered', answer: inside };
    }
    if (outcome !== 'refused') {
      throw invalid('A callback has an outcome.', [{ path: '/outcome', message: 'is answered or refused' }]);
    }
    const known = refusalOf(service, refusal);
    if (known) return { kind: 'refused', refusal: known };
    const codes = Object.keys(service.refusals).join(', ') || 'none: this service never refuses';
    throw invalid(`The refusal is not one of the contract of ${id}.`, [
      { path: '/refusal/code', message: `is one of ${codes}` },
    ]);
  }

  /**
   * Parses a register event, a CloudEvents 1.0 envelope in structured JSON, with the persons whose journeys receive it.
   *
   * @param authority the signer, which may report its own events only
   * @returns undefined when it is about nobody whom we know: then nothing of it is kept
   * @throws RequestError `unknown-event` or `invalid`
   */
  async report(authority: string, body: Json): Promise<ReportRequest | undefined> {
    const { specversion, id, type, data } = objectOf(body);
    const faults: SchemaFault[] = [];
    if (specversion !== '1.0') faults.push({ path: '/specversion', message: 'is 1.0' });
    if (typeof id !== 'string' || id === '' || id.length > 128) {
      faults.push({ path: '/id', message: 'is a text of 1 to 128 characters' });
    }
    if (typeof type !== 'string') faults.push({ path: '/type', message: 'is a text' });
    if (typeof id !== 'string' || typeof type !== 'string' || faults.length > 0) {
      throw invalid('The event is no CloudEvent 1.0.', faults);
    }
    const event = this.#catalogue.registerEvent(type);
    if (!event || !this.#rights.mayReport(event, authority)) {
      throw new RequestError('unknown-event', `${authority} reports no event of this type.`);
    }
    invalidIf(
      `The data does not fit the contract of ${event.id}.`,
      '/data',
      this.#validators.data(event, data),
    );
    const ours = await personsKnown(data ?? null, event.data, this.#persons);
    if (ours.length === 0) return undefined;
    const inside = await personsForNumbers(data ?? null, event.data, this.#persons);
    const persons = correlatedPersons(inside, event.data);
    return { authority, type: event.id, id, data: inside, persons, ours };
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function invalidIf(message: string, at: string, faults: readonly SchemaFault[]): void {
  if (faults.length > 0) {
    throw invalid(
      message,
      faults.map(fault => ({ ...fault, path: `${at}${fault.path}` })),
    );
  }
}

function invalid(message: string, faults: readonly SchemaFault[]): RequestError {
  return new RequestError(
    'invalid',
    message,
    faults.map((fault): FieldError => ({ ...fault, code: 'contract' })),
  );
}
