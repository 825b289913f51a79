import type { FastifyBaseLogger, FastifyInstance, FastifySchemaCompiler, FastifyTypeProvider, RawServerDefault } from 'fastify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { isStorableText } from '@faheng/law/canonical.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { Malformed } from '../errors.ts'

/** Requests typed by their typebox schema. */
interface TypeBoxProvider extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
}

/** What every room's `routes(app, context)` is given. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxProvider>

/**
 * Compiled once a route, when it is first asked: a start waits for none. Query and path come as text and are converted; bodies are
 * taken as sent. Errors are Malformed.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let compiled: ReturnType<typeof Compile> | undefined
  return (sent: unknown) => {
    const validator = (compiled ??= Compile(schema))
    const value = httpPart === 'body' ? sent : validator.Convert({ ...(sent as object) })
    const unstorable = pathOfUnstorable(value, '')
    if (unstorable !== undefined)
      return { error: new Malformed(unstorable, words('含有不能保存的字符（U+0000或者不成对的代理码）', 'holds characters that cannot be stored (U+0000 or lone surrogates)')) }
    return validator.Check(value) ? { value } : { error: faultOf(validator.Errors(value)) }
  }
}

/** The same judgement for what does not come through a route: rows of a register file. */
export function parseWith<T extends TSchema>(schema: T): (value: unknown) => Static<T> {
  const validate = compileValidator({ schema, method: '', url: '', httpPart: 'body' })
  return (value) => {
    const { error } = validate(value) as { error?: Malformed }
    if (error) throw error
    return value as Static<T>
  }
}

/** Answers are JSON as they are. In tests each is held against the schema it promises. */
export const compileSerializer = (check: boolean): FastifySerializerCompiler<TSchema> => ({ schema, url, method }) => {
  if (!check) return (answer) => JSON.stringify(answer)
  const validator = Compile(schema)
  return (answer) => {
    const text = JSON.stringify(answer)
    const sent: unknown = JSON.parse(text)
    if (!validator.Check(sent)) throw new Error(`${method} ${url} does not answer as its schema says: ${JSON.stringify(validator.Errors(sent).slice(0, 3))}`)
    return text
  }
}

type Fault = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

/** The deepest complaint: of a union's alternatives, the one that got furthest. */
function faultOf(faults: readonly Fault[]): Malformed {
  const depth = (fault: Fault) => fault.instancePath.split('/').length
  const fault = faults.reduce((deepest, each) => (depth(each) > depth(deepest) ? each : deepest))
  const params = fault.params as { readonly additionalProperties?: readonly string[]; readonly requiredProperties?: readonly string[] }
  const name = params.additionalProperties?.[0] ?? params.requiredProperties?.[0]
  return new Malformed(fault.instancePath + (name === undefined ? '' : `/${name}`), faultWords(fault))
}

const faultWords = (fault: Fault): Words => words(known[fault.keyword] ?? '格式不正确', fault.message)

const known: Readonly<Record<string, string>> = {
  additionalProperties: '没有这个字段',
  required: '缺少必填字段',
  type: '类型不正确',
  pattern: '格式不正确',
  format: '没有这一天或者这一时刻',
  enum: '不在可选范围内',
  const: '不在可选范围内',
  anyOf: '不在可选范围内',
  minLength: '太短',
  maxLength: '太长',
  minimum: '太小',
  maximum: '太大',
  minItems: '条数不足',
  maxItems: '条数过多',
}

function pathOfUnstorable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorableText(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, each] of Object.entries(value)) {
    const found = isStorableText(key) ? pathOfUnstorable(each, `${path}/${key}`) : path
    if (found !== undefined) return found
  }
  return undefined
}
