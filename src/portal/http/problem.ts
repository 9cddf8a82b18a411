/** Problem documents (RFC 9457) in the reader's language: what every refusal of the portal looks like on the wire. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../i18n/phrase.ts';
import { problemWords } from '../../i18n/words/problems.ts';
import { type Problem, problemDocument, problemStatus } from '../../sync/problem.ts';

export const problemMediaType = 'application/problem+json';

/** English for those who ask for it first, Chinese for everybody else. */
export function readersLanguage(request: Pick<FastifyRequest, 'headers'>): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN';
}

export function wordsOf(problem: Problem, language: Language): { readonly title: string; readonly detail: string } {
  const { title, detail } = problemWords[problem.type];
  return { title: title.in(language), detail: detail.in(language) };
}

export interface RefusalOptions {
  /** Whole seconds after which to come again. */
  readonly retryAfterSeconds?: number;
}

export function refuseWith(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  { retryAfterSeconds }: RefusalOptions = {},
): FastifyReply {
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(problemStatus[problem.type])
    .type(problemMediaType)
    .send(JSON.stringify(problemDocument(problem, wordsOf(problem, readersLanguage(request)))));
}
