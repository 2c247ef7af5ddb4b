// A worker that is killed when an authority has answered it, before it can settle the answer.
// Argument: the service whose answer it does not survive.
import { AuthorityClient } from '#authorities';

const [, , service] = process.argv;

const { call } = AuthorityClient.prototype;
AuthorityClient.prototype.call = async function (request, signal) {
  const reply = await call.call(this, request, signal);
  if (request.service === service) process.kill(process.pid, 'SIGKILL');
  return reply;
};

await import('../../../dist/apps/worker/src/main.js');
