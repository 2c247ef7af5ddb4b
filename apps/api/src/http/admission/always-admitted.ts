import { SetMetadata } from '@nestjs/common';

export const ALWAYS_ADMITTED = 'overgang:always admitted';

/**
 * Marks a route that needs no place: who looks after the process must be answered most of all when there is too much to do, and
 * uploads, which last long, have places of their own.
 */
export const AlwaysAdmitted = (): MethodDecorator & ClassDecorator => SetMetadata(ALWAYS_ADMITTED, true);
