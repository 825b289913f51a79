import type { Pool } from 'pg'
import { dayOf } from '@faheng/law/time/day.ts'
import type { DocumentsOptions, Unrendered } from './acts/index.ts'
import { run, statement } from './platform/database/run.ts'
import type { DocumentEngine } from './platform/documents/engine.ts'

/** A stored document as PDF: its fields under the name of its body, an entrusted one's under that of its principal (处罚法 20). */
export const renderer = (worker: Pool, engine: DocumentEngine, publicUrl: string): DocumentsOptions['render'] =>
  async ({ region, kind, template_version: version, fields, body, number, code, made }: Unrendered) => {
    const [organ] = await run<{ name: string; short: string }>(worker, issuer, [region, body, dayOf(made)])
    return engine.render({
      kind,
      version,
      fields,
      frame: {
        body: organ ?? { name: body, short: body },
        date: dayOf(made),
        ...(number ? { number } : {}),
        ...(code ? { code, verifyUrl: `${publicUrl}/verify/${code}` } : {}),
      },
    })
  }

const issuer = statement(`
  select i.name, i.short_name as short from faheng.body b
  join faheng.body i on i.region = b.region and i.id = case when b.kind = 'entrusted' then coalesce(b.principal, b.id) else b.id end
    and i.valid_from <= $3::date and (i.valid_until is null or $3::date < i.valid_until)
  where b.region = $1 and b.id = $2 and b.valid_from <= $3::date and (b.valid_until is null or $3::date < b.valid_until)`)
