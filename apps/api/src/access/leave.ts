import { Injectable } from '@nestjs/common';
import { bearerOf, type Caller } from '#identity';
import { Assistances, Mandates, nameForHolder, noMandate, type Reach } from '#runtime';

/** What somebody may do for another now. */
export interface GivenLeave extends Pick<Caller, 'assistance'> {
  readonly mandates: readonly Reach[];
  /** What the person is called, where that is known with it. */
  readonly name?: string;
}

/** Leave to act for somebody: a citizen's mandates, or the help that a caseworker has begun. */
@Injectable()
export class Leave {
  constructor(
    private readonly mandates: Mandates,
    private readonly assistances: Assistances,
  ) {}

  /** @throws RequestError `no-mandate` when there is none, in the same words whoever the person is */
  async of(caller: Caller, person: string): Promise<GivenLeave> {
    const bearer = bearerOf(caller);
    const { role, authority = '' } = caller;
    if (role === 'citizen') {
      const mandates = await this.mandates.inForce(bearer, person);
      const name = nameForHolder(mandates[0]!);
      return { mandates, ...(name !== undefined && { name }) };
    }
    if (role !== 'caseworker') throw noMandate();
    const assistance = await this.assistances.inForce(bearer, person, authority);
    return { assistance, mandates: [await this.assistances.reach(assistance)] };
  }

  /** Whether it is for a journey or an offer. */
  reaches({ mandates }: GivenLeave, journey: string): Promise<boolean> {
    return this.mandates.reach(mandates, journey);
  }
}
