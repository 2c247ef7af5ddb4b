import { type RequestHandler } from 'express';
import session from 'express-session';
import { ExpressSessionStore } from './express-session-store.js';
import { faceCookie } from './face-cookie.js';
import { type SessionOptions } from './session-options.js';

/** *Server-side sessions*: `request.session` is what the store keeps of a browser; nothing is kept of whoever has not signed in. */
export function sessionMiddleware({ publicUrl, store, keys, clock }: SessionOptions): RequestHandler {
  const { name, options } = faceCookie(publicUrl, 'session');
  return session({
    name,
    cookie: options,
    // The proxy that ends TLS says that it has.
    proxy: options.secure === true,
    secret: keys('browser cookies').map(key => key.export().toString('base64')),
    store: new ExpressSessionStore(store, clock),
    resave: false,
    saveUninitialized: false,
  });
}
