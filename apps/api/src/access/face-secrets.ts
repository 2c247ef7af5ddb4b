import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { type Logger } from 'pino';
import { sameSecret } from '#runtime';
import { LOGGER } from '#telemetry';
import { EdgeError } from '../problem/edge-error.js';

/** Token for the secrets of the registered faces, by their id, which is their client id at the issuer too. */
export const FACE_SECRETS = Symbol('face secrets');

/** *Client authentication* (RFC 6749, section 2.3.1): knows which face calls, by HTTP Basic. */
@Injectable()
export class FaceSecrets {
  /** Faces of whom it has been said that their address is not trusted. */
  readonly #told = new Set<string>();

  constructor(
    @Inject(FACE_SECRETS) private readonly secrets: Readonly<Record<string, string>>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws EdgeError `unknown-face` */
  faceOf(request: Request): string {
    const [, encoded = ''] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
    const expected = Object.hasOwn(this.secrets, id) ? this.secrets[id] : undefined;
    if (expected === undefined || !sameSecret(secret, expected)) {
      throw new EdgeError('unknown-face', 'Send the id and the secret of a registered face by HTTP Basic.', {
        headers: { 'WWW-Authenticate': 'Basic realm="overgang"' },
      });
    }
    this.#tellOfAddress(id, request);
    return id;
  }

  /** A face says for whom it asks, and is believed where `TRUSTED_PROXIES` names it. */
  #tellOfAddress(face: string, { app, socket }: Request): void {
    const isTrusted = app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
    if (isTrusted(socket.remoteAddress, 0) || this.#told.has(face)) return;
    this.#told.add(face);
    this.logger.warn(
      { face, address: socket.remoteAddress },
      'TRUSTED_PROXIES does not name the address of this face: all of its visitors who have not signed in share one rate limit. Add the address.',
    );
  }
}
