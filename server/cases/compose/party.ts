import type { PartyFields } from '@faheng/law/documents/parts/party.ts'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import type { CaseFile } from './file.ts'
import { conductsOf } from './norms.ts'

/** 当事人 as the register has him; 待查明 before anybody is known. */
export function partyOf({ read }: CaseFile, id: string | undefined): PartyFields {
  const row = id === undefined ? undefined : read.parties[id]
  if (!row) return { type: 'legal-person', name: '待查明', address: '待查明' }
  const resident = row.kind === 'person' && row.code ? checkResidentId(row.code) : undefined
  const known = resident?.ok ? resident : undefined
  const birth = row.birth ?? known?.birth
  return {
    type: row.kind === 'organisation' ? 'other-organisation' : row.kind,
    name: row.name,
    ...(row.code ? { idNumber: row.code } : {}),
    ...(row.representative ? { representative: row.representative } : {}),
    ...(known ? { gender: known.sex === 'male' ? '男' : '女' } : {}),
    ...(birth && row.kind === 'person' ? { birth } : {}),
    address: row.address ?? '',
    ...(row.phone ? { phone: row.phone } : {}),
  }
}

export const allParties = (file: CaseFile): PartyFields[] =>
  file.state.parties.length > 0 ? file.state.parties.map(({ id }) => partyOf(file, id)) : [partyOf(file, undefined)]

export const partyName = ({ read }: CaseFile, id: string | undefined): string => (id === undefined ? undefined : read.parties[id]?.name) ?? ''

export const partyNames = (file: CaseFile): string => allParties(file).map(({ name }) => name).join('、')

/** 案由: ×××涉嫌……案. Before filing, when nobody has said yet what it is, the lead. */
export function causeOf(file: CaseFile): string {
  const conducts = conductsOf(file)
  const names = file.state.parties.map(({ id }) => partyName(file, id)).filter((name) => name !== '')
  const who = names.length > 2 ? `${names[0]}等${names.length}名当事人` : names.join('、')
  return conducts === '' ? `${who}涉嫌违法线索核查` : `${who}涉嫌${conducts}案`
}
