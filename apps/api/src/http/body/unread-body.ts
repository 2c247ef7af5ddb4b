import { type RequestHandler } from 'express';

/**
 * Lingering close: who is answered before their body was read may go on sending it for a moment, so that the answer reaches them
 * (closing at once would reset the connection under it). What they send is thrown away; then they are cut off.
 *
 * @param linger milliseconds
 */
export function cutUnreadBody(linger: number): RequestHandler {
  return (request, response, next) => {
    const cut = (): void => {
      if (!request.complete) request.socket.destroy();
    };
    response.once('finish', () => {
      if (!request.complete) setTimeout(cut, linger).unref();
    });
    next();
  };
}
