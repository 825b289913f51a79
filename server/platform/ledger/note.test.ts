import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointText, openCheckpoint, originOf, parseCheckpoint } from './checkpoint.ts'
import { NoteError } from './note-error.ts'
import { noteSigner, openNote, parseNote } from './note.ts'
import { formatVkey, parseVkey, verifierKey } from './verifier-key.ts'

/** The example of C2SP signed-note, "Verifier keys". */
const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const example =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

const { privateKey } = generateKeyPairSync('ed25519')
const sign = noteSigner(privateKey)
const key = verifierKey('example.cn/faheng/140123', privateKey)

describe('a signed note', () => {
  it('opens as the example of the standard, and its key reads back as it was', () => {
    const known = parseVkey(vkey)
    expect(formatVkey(known)).toBe(vkey)
    expect(openNote(example, [known])).toEqual({ text: 'This is an example message.\n', by: [known] })
  })

  it('has the bytes of RFC 8032, so that any tool may verify it', () => {
    // Test 1 of RFC 8032 §7.1 gives the seed; Ed25519 is deterministic.
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
    const fixed = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    const note = noteSigner(fixed)('example.cn/a', '法\n')
    expect(note).toBe(noteSigner(fixed)('example.cn/a', '法\n'))
    expect(openNote(note, [parseVkey(formatVkey(verifierKey('example.cn/a', fixed)))]).text).toBe('法\n')
    expect(formatVkey(verifierKey('example.cn/a', fixed))).toContain('+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea')
  })

  it('opens what it signed, whatever the text, and fails after any change of it', () => {
    const text = fc.string({ unit: 'grapheme' }).map((line) => `${line.replace(/[^\P{Cc}\n]/gu, '')}\n`)
    fc.assert(
      fc.property(text, (signed) => {
        const note = sign(key.name, signed)
        expect(openNote(note, [key]).text).toBe(signed)
        expect(() => openNote(`x${note}`, [key])).toThrow('does not hold')
      }),
    )
  })

  it('keeps empty lines in its text, and ignores the signatures of strangers', () => {
    const stranger = generateKeyPairSync('ed25519').privateKey
    const note = sign(key.name, 'a\n\nb\n') + noteSigner(stranger)('witness.example', 'other\n').split('\n\n')[1]!
    expect(parseNote(note).signatures.map(({ name }) => name)).toEqual([key.name, 'witness.example'])
    expect(openNote(note, [key])).toEqual({ text: 'a\n\nb\n', by: [key] })
    expect(() => openNote(note, [])).toThrow('no trusted key')
    expect(() => openNote(note, [key, verifierKey('witness.example', stranger)])).toThrow('witness.example does not hold')
  })

  it('is refused when it is none', () => {
    const good = sign(key.name, 'a\n')
    const bad = [
      '', 'a\n', 'a\n\n', 'a\n\nb\n', good.slice(0, -1), good.replace('— ', '- '), `${good}\n`, good.replace('a\n', 'a\r\n'),
      good.replace('a\n', 'a\0\n'), good.replace('a\n', '\ud800\n'), good.replace(/ (\S+)\n$/, ' AAAA\n'), good.replace(/=\n$/, '\n'),
      good + good.split('\n\n')[1]!.repeat(64),
    ]
    for (const note of bad) expect(() => openNote(note, [key])).toThrow(NoteError)
    for (const name of ['', 'a b', 'a+b', 'a\u3000b', 'a\n']) expect(() => sign(name, 'a\n')).toThrow(NoteError)
    for (const text of ['', 'a', '\t\n']) expect(() => sign('a', text)).toThrow(NoteError)
  })

  it('knows keys by name and ID, and refuses texts that are no Ed25519 keys', () => {
    const bad = ['', 'a', vkey.replace('530d903a', '530d903b'), vkey.replace('+Aek', '+Bek'), `${vkey}A`, vkey.replace('example', 'exämple')]
    for (const text of bad) expect(() => parseVkey(text)).toThrow(NoteError)
    expect(() => verifierKey('a', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toThrow(NoteError)
  })
})

describe('a checkpoint', () => {
  const head = { origin: key.name, size: 20852163, root: Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64') }

  it('is three lines, as in C2SP tlog-checkpoint', () => {
    expect(checkpointText({ ...head, origin: 'example.com/behind-the-sofa' })).toBe(
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    )
    expect(openCheckpoint(sign(key.name, checkpointText(head)), [key])).toEqual(head)
    expect(parseCheckpoint(`${checkpointText(head)}an extension\n`)).toEqual(head)
  })

  it('counts only with the signature of its own log', () => {
    const note = sign(key.name, checkpointText({ ...head, origin: 'example.cn/another' }))
    expect(() => openCheckpoint(note, [key])).toThrow('has not signed its own checkpoint')
  })

  it('is refused when a line is wrong', () => {
    const text = checkpointText(head)
    const bad = [
      text.replace('20852163', '020852163'), text.replace('20852163', '-1'), text.replace('20852163', '1e3'), text.replace('q2I=', 'q2I'),
      text.replace('20852163', '99999999999999999'), text.replace('CsUY', ''), `\n${text}`, text.slice(0, -1), `${text}\n`, 'a\n1\n',
    ]
    for (const wrong of bad) expect(() => parseCheckpoint(wrong)).toThrow(NoteError)
  })

  it('names its log after host, region and hash', () => {
    expect(originOf('law.example.gov.cn', '140123', 'sha256')).toBe('law.example.gov.cn/faheng/140123')
    expect(originOf('127.0.0.1:8470', '140123', 'sm3')).toBe('127.0.0.1:8470/faheng/140123/sm3')
    expect(() => originOf('a b', '140123', 'sm3')).toThrow(NoteError)
  })
})
