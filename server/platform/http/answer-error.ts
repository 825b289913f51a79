import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { citationWords } from '@faheng/law/citation.ts'
import type { Refusal } from '@faheng/law/procedure.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { Busy, IdReused, Locked, Malformed, NotFound, Refused, SignedOut } from '../errors.ts'

/** Gives each error its answer (api/errors.ts). What is not one of ours is logged under the request's id and told no details. */
export const answerError = (log: (line: string) => void) => (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const say = (status: number, code: string, message: Words, more: object = {}) => {
    if (status === 503) reply.header('retry-after', '2')
    return reply.code(status).send({ code, message, ...more })
  }
  if (error instanceof Refused) return reply.code(409).send({ code: 'refused', refusals: error.refusals.map(refusalAnswer) })
  if (error instanceof Malformed) return say(400, 'malformed', error.words, { field: error.field })
  if (error instanceof SignedOut) return say(401, 'signed-out', error.words)
  if (error instanceof Locked) return say(429, 'locked', lockedWords, { until: error.until })
  if (error instanceof NotFound) return say(404, 'not-found', notFoundWords)
  if (error instanceof IdReused) return say(409, 'id-reused', words('同一编号已用于不同的内容。', 'This id was already used for something else.'))
  if (error instanceof Busy) return say(503, 'busy', words('系统繁忙，请重试。', 'Busy; please send again.'))
  const { statusCode, code, message } = error as Partial<FastifyError>
  if (statusCode === 413) return say(413, 'too-large', words('提交的内容过大。', 'What was sent is too large.'))
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return say(statusCode, 'malformed', words('请求格式不正确。', `The request cannot be read: ${message ?? code ?? ''}`), { field: '' })
  log(`request ${request.id} ${request.method} ${request.routeOptions.url ?? request.url.split('?')[0]}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  if (isDatabaseAway(error)) return say(503, 'busy', words('数据库暂时不可用，请稍后重试。', 'The database is away for a moment; please send again.'))
  return say(500, 'failed', words('系统出错，请将编号告知管理员。', 'Something failed here; tell the administrator this number.'), { request: request.id })
}

export const refusalAnswer = ({ guard, article, message, cure }: Refusal) => ({ guard, article, reference: citationWords(article), message, cure })

/** A verb on what does not exist and a page that is not there answer alike. */
export const notFoundWords = words('没有找到。', 'Not found.')
const lockedWords = words('尝试次数过多，已暂时锁定。', 'Too many attempts; locked for a while.')

/** Connection lost, refused or silent, the server starting or stopping: it comes back. */
const isDatabaseAway = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return awayCode.test(code ?? '') || /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(message ?? '')
}

const awayCode = /^(08...|57P0[123]|25P03|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/
