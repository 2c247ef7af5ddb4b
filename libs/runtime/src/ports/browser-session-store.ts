import { type Instant, type Json } from '#statechart';

/**
 * What a face keeps of a browser between two requests. Rules: it is found by the id that the browser has, of which only a digest is kept;
 * its content is sealed; it is not found once it has expired, nor once the session has ended that it belongs to.
 */
export abstract class BrowserSessionStore {
  abstract find(id: string, now: Instant): Promise<Json | undefined>;
  /** @param session the {@link Session} of whoever has signed in there */
  abstract save(
    id: string,
    kept: Json,
    expires: Instant,
    session: string | undefined,
    now: Instant,
  ): Promise<void>;
  abstract extend(id: string, expires: Instant): Promise<void>;
  abstract remove(id: string): Promise<void>;
}
