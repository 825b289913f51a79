import { words } from './words.ts'

/** 删除个人信息 (个人信息保护法 47, D9): a text of an act is erased, its place in the record stays. */

/** The act that lets texts be erased, in whatever procedure has it. It answers the proposal that names them. */
export const approvesRedaction = 'approve-redaction'

/** A reference holds no slash: `questions.0.answer` is the pointer `/questions/0/answer`. */
export const pointerOf = (field: string): string => `/${field.replaceAll('.', '/')}`

/** What stands where a text was, on pages and in papers made later. */
export const erasedText = words('（个人信息已依法删除）', '(personal information erased by law)')

/** The personal texts of one act as they may still be read: whatever was erased says so. */
export const withErased = (personal: Readonly<Record<string, unknown>>, pointers: readonly string[] = []): Record<string, unknown> => ({
  ...personal,
  ...Object.fromEntries(pointers.map((pointer) => [pointer, erasedText.zh])),
})
