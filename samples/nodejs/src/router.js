import findMyWay from 'find-my-way';
import { HttpError, sendHtml, sendJson } from './http.js';
import { render } from './views.js';

/** HEAD is GET without the body, which Node.js leaves out by itself. */
export const GET = ['GET', 'HEAD'];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];

/** A router that answers 405 where a path is known, and 404 where it is not. */
export function createRouter() {
  const router = findMyWay({
    defaultRoute(request, response) {
      const path = request.url.split('?', 1)[0];
      const allowed = METHODS.filter((method) => router.find(method, path));
      if (allowed.length === 0) throw new HttpError(404, 'Nothing is here.');
      response.setHeader('Allow', allowed.join(', '));
      throw new HttpError(405, `${request.method} is not allowed here.`);
    },
  });
  return router;
}

/** The listener for `node:http`: routes a request and answers what a handler throws. */
export function createListener(router) {
  return async (request, response) => {
    try {
      await router.lookup(request, response);
    } catch (error) {
      sendError(request, response, error);
    }
  };
}

function sendError(request, response, error) {
  const known = error instanceof HttpError;
  if (!known) console.error(error);
  if (response.headersSent) return response.destroy();
  const status = known ? error.status : 500;
  const message = known ? error.message : 'Something went wrong.';
  if (!request.complete) response.setHeader('Connection', 'close');
  if (request.url.startsWith('/api/')) {
    return sendJson(response, status, { error: message, fields: error.fields });
  }
  sendHtml(response, status, render('error', { status, message }));
}
