import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { guardianOrder as definition } from '@faheng/law/documents/guardian-order/document.ts'
import { paragraphs } from '@faheng/law/documents/present.ts'
import { groundOfSparing } from '@faheng/law/procedures/penalty-case.ts'
import { nameGuardian, orderGuardian } from '@faheng/law/procedures/penalty-parties.ts'
import { toldHere, toldIn, type CaseFile } from './file.ts'
import { numberOf } from './numbers.ts'
import { partyOf } from './party.ts'
import { contactOf, remedyOf } from './people.ts'

/** 责令监护人管教（看管和治疗）通知书, to the guardian last named. */
export function composeGuardianOrder(file: CaseFile): FieldsOf<typeof definition> {
  const { party, conduct, demands } = toldHere(file, orderGuardian)
  const subject = file.subject || party
  const named = toldIn(file, 'name-guardian', nameGuardian).findLast(({ told }) => told.party === subject)?.told
  const number = numberOf(file, 'no-penalty-decision', subject)
  const relation = named && relations[named.relation]
  return {
    guardian: named?.name ?? '',
    ...(relation ? { relation } : {}),
    party: partyOf(file, subject),
    ...(number ? { decisionNumber: number } : {}),
    ground: groundOfSparing(file.state, subject) === 'no-capacity' ? 'no-capacity' : 'under-14',
    conduct,
    demands: paragraphs(demands).length > 0 ? paragraphs(demands) : [''],
    contact: contactOf(file),
    remedy: remedyOf(file),
  }
}

const relations = { parent: '父母', spouse: '配偶', child: '成年子女', relative: '近亲属', organisation: '' } as const
