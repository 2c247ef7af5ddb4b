import { SetMetadata } from '@nestjs/common';

export const LARGE_BODY = 'overgang:large body';

/** Lets a route take a body of more than 64 kB: so many bytes. For routes whose callers are known. */
export const LargeBody = (most: number): MethodDecorator => SetMetadata(LARGE_BODY, most);
