import { answerAuth } from '@/lib/server/auth/answer-auth';
import { defineRoute, type Handler } from '@/lib/server/http/define-route';
import { serverContext } from '@/lib/server/server-context';

const auth: Handler = async (call) => answerAuth(await serverContext(), call);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineRoute('/api/auth/[...all]', {
  GET: auth,
  POST: auth,
});
