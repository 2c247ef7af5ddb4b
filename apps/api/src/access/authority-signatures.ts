import { Inject, Injectable } from '@nestjs/common';
import {
  AUTHORITY_HEADER,
  SIGNATURE_HEADER,
  type SignatureFault,
  TIMESTAMP_HEADER,
  verifySignature,
} from '#authorities';
import { type Request } from 'express';
import { WallClock } from '#runtime';
import { BodyReader } from '../http/body/body-reader.js';
import { EdgeError } from '../problem/edge-error.js';

/** Token for the secrets shared with the authorities, by authority. */
export const AUTHORITY_SECRETS = Symbol('authority secrets');

const REMEDIES: Readonly<Record<SignatureFault, string>> = {
  missing: `Send the headers ${TIMESTAMP_HEADER} and ${SIGNATURE_HEADER}.`,
  malformed: `${TIMESTAMP_HEADER} is Unix time in seconds, ${SIGNATURE_HEADER} is "v1=" and 64 hexadecimal digits.`,
  stale: 'The message was signed more than five minutes away from now; sign it again, and check the clocks.',
  forged: 'The signature does not fit: sign "<timestamp>.<path>.<raw body>" with the shared secret.',
};

/** Webhook verification: knows which authority a request comes from, by its signature (HMAC) over the raw body. */
@Injectable()
export class AuthoritySignatures {
  constructor(
    @Inject(AUTHORITY_SECRETS) private readonly secrets: Readonly<Record<string, string>>,
    private readonly clock: WallClock,
    private readonly bodies: BodyReader,
  ) {}

  /**
   * The body is read for whoever names an authority: what is signed must be there to be verified.
   *
   * @throws EdgeError `unknown-signer`, `bad-signature`, `old-signature`, and what is wrong with the body
   */
  async signerOf(request: Request): Promise<string> {
    const authority = request.get(AUTHORITY_HEADER);
    const secret =
      authority !== undefined && Object.hasOwn(this.secrets, authority) ? this.secrets[authority] : undefined;
    if (authority === undefined || secret === undefined) {
      throw new EdgeError(
        'unknown-signer',
        `The header ${AUTHORITY_HEADER} must name an authority of the catalogue.`,
      );
    }
    const signed = { path: request.originalUrl, body: await this.bodies.read(request, 'unknown') };
    const headers = { timestamp: request.get(TIMESTAMP_HEADER), signature: request.get(SIGNATURE_HEADER) };
    const check = verifySignature(secret, signed, headers, this.clock.now());
    if (!check.valid) {
      throw new EdgeError(check.fault === 'stale' ? 'old-signature' : 'bad-signature', REMEDIES[check.fault]);
    }
    return authority;
  }
}
