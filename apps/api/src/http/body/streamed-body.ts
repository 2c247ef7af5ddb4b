import { SetMetadata } from '@nestjs/common';

export const STREAMED_BODY = 'overgang:streamed body';

/** Leaves the body of a route unread, whatever its type: the route takes it in piece by piece, within bounds of its own. */
export const StreamedBody = (): MethodDecorator => SetMetadata(STREAMED_BODY, true);
