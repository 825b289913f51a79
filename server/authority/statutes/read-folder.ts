import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { decodeText } from '@faheng/law/statutes/decode.ts'
import type { SourceFile } from '@faheng/law/statutes/read.ts'

/** The texts (.txt, .md) and lists of statuses (*-enrich.json) of a folder and the folders in it, or one file. UTF-8, else GBK. */
export function readStatuteFolder(folder: string): { readonly files: readonly SourceFile[]; readonly statuses: readonly string[] } {
  const single = statSync(folder).isFile()
  const names = single ? [folder] : readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const files = names.filter((name) => /\.(?:txt|md)$/i.test(name)).map((name) => ({ path: single ? name : relative(folder, name).split(sep).join('/'), text: decodeText(readFileSync(name)) }))
  return { files, statuses: names.filter((name) => name.endsWith('-enrich.json')).map((name) => decodeText(readFileSync(name))) }
}
