import { SetMetadata } from '@nestjs/common';

export const UNLIMITED = 'overgang:unlimited';

/** Exempts a route from every rate limit: who looks after the process asks as often as they must. */
export const Unlimited = (): MethodDecorator & ClassDecorator => SetMetadata(UNLIMITED, true);
