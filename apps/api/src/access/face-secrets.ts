import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { sameSecret } from '#runtime';
import { EdgeError } from '../problem/edge-error.js';

/** Token for the secrets of the registered faces, by their id, which is their client id at the issuer too. */
export const FACE_SECRETS = Symbol('face secrets');

/** *Client authentication* (RFC 6749, section 2.3.1): knows which face calls, by HTTP Basic. */
@Injectable()
export class FaceSecrets {
  constructor(@Inject(FACE_SECRETS) private readonly secrets: Readonly<Record<string, string>>) {}

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
    return id;
  }
}
