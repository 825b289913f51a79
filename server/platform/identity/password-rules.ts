import { words, type Words } from '@faheng/law/words.ts'

/**
 * Why a password is not accepted. Production asks for ten characters of three kinds (letters small and large, digits, others)
 * and nothing that names the account; a demonstration for eight characters.
 */
export function passwordFault(password: string, username: string, production: boolean): Words | undefined {
  const least = production ? 10 : 8
  if ([...password].length < least || password.length > 128)
    return words(`密码应为${least}至128个字符。`, `A password has ${least} to 128 characters.`)
  if (!production) return undefined
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{Ll}\p{Lu}\p{N}]/u].filter((kind) => kind.test(password)).length
  if (kinds < 3 || new Set(password).size < 6)
    return words('密码应包含大写字母、小写字母、数字、符号中的至少三类，且不得大量重复。', 'A password mixes three of: small letters, large letters, digits, signs, and repeats little.')
  if (password.toLowerCase().includes(username.toLowerCase())) return words('密码不得包含用户名。', 'A password does not contain the user name.')
  return undefined
}
