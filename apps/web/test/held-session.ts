import { type DynamicModule, Module } from '@nestjs/common';
import { type Request } from 'express';
import { type Face } from '../src/faces.js';
import { type ActedFor, type FormToken, SignedIn, type Visitor } from '../src/session/signed-in.js';

/** Nobody listens there: what is addressed by the `Host` of a request differs from it. */
export const FACE_ADDRESS = 'https://overgang.example';
const FIELD = 'form-token';
const COOKIE = 'visitor';
/** Whoever is no citizen, by name. */
export const STAFF: Readonly<Record<string, Face>> = {
  olga: 'ops',
  dina: 'designer',
  gorm: 'approver',
  rie: 'auditor',
};

/** *Test double* of a session: who visits stands in a cookie by name, and their token is taken from an issuer each time. */
export class HeldSession extends SignedIn {
  readonly publicUrl = FACE_ADDRESS;
  readonly signOutAddress = '/log-af';
  readonly formOrigins = [];
  readonly #actsFor = new Map<string, ActedFor | undefined>();

  constructor(private readonly tokenOf: (name: string) => Promise<string>) {
    super();
  }

  async visitor(request: Request): Promise<Visitor | undefined> {
    const name = nameIn(request);
    if (name === undefined) return undefined;
    const actsFor = this.#actsFor.get(name);
    const role = STAFF[name] ?? 'citizen';
    return { name, role, token: await this.tokenOf(name), ...(actsFor && { actsFor }) };
  }

  async actFor(request: Request, person: ActedFor | undefined): Promise<void> {
    this.#actsFor.set(nameIn(request) ?? '', person);
  }

  formToken(request: Request): FormToken {
    return { field: FIELD, value: `of ${nameIn(request) ?? 'nobody'}` };
  }

  isOurForm(request: Request): boolean {
    return (request.body as Record<string, unknown>)[FIELD] === this.formToken(request).value;
  }

  mayKeepForm(): boolean {
    return false;
  }

  async keepForm(): Promise<undefined> {}

  signInAddress(back: string): string {
    return `/log-paa?til=${encodeURIComponent(back)}`;
  }
}

@Module({})
class HeldSessionModule {}

export function heldSession(tokenOf: (name: string) => Promise<string>): DynamicModule {
  const session = { provide: SignedIn, useValue: new HeldSession(tokenOf) };
  return { module: HeldSessionModule, global: true, providers: [session], exports: [session] };
}

function nameIn(request: Request): string | undefined {
  return new RegExp(`(?:^|; )${COOKIE}=([a-z]+)`).exec(request.headers.cookie ?? '')?.[1];
}
