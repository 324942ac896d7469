import { createHmac, timingSafeEqual } from 'node:crypto';
import { HttpError } from './http.js';

/** The token that forms of a session carry. Another site can neither read nor make it. */
export function csrfToken(secret, session) {
  return createHmac('sha256', secret).update(`csrf:${session.token}`).digest('base64url');
}

export function checkCsrf(secret, session, received) {
  const expected = Buffer.from(csrfToken(secret, session));
  const token = Buffer.from(received ?? '');
  if (token.length !== expected.length || !timingSafeEqual(token, expected)) {
    throw new HttpError(403, 'The form is out of date, or another site sent it.');
  }
}
