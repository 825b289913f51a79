import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../shared-ui/texts/use-texts.ts'
import { useFileAtHand } from '../file-context.ts'
import { sendFile } from './send-file.ts'

interface Sending {
  readonly key: string
  readonly file: File
  readonly share: number
  readonly failed: boolean
}

/** Files by choosing or by the phone's camera; a broken upload goes on where it stopped. The payload holds content hashes. */
export function Upload({ id, value, max, onChange }: { readonly id: string; readonly value: readonly string[]; readonly max: number; readonly onChange: (hashes: string[]) => void }) {
  const { t } = useTexts()
  const { names, learnName } = useFileAtHand()
  const [sending, setSending] = useState<readonly Sending[]>([])
  // An upload may end long after the render that began it; the form's other fields have gone on since.
  const latest = useRef({ chosen: value, onChange })
  useEffect(() => {
    latest.current = { chosen: value, onChange }
  }, [value, onChange])

  const send = async (key: string, file: File): Promise<void> => {
    const update = (change: Partial<Sending>) => setSending((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
    update({ failed: false })
    try {
      const hash = await sendFile(key, file, (share) => update({ share }))
      learnName(hash, file.name)
      setSending((all) => all.filter((each) => each.key !== key))
      const { chosen, onChange: give } = latest.current
      if (chosen.includes(hash)) return
      latest.current = { chosen: [...chosen, hash], onChange: give }
      give([...chosen, hash])
    } catch {
      update({ failed: true })
    }
  }

  const take = (files: FileList | null): void => {
    for (const file of [...(files ?? [])].slice(0, max - value.length)) {
      const key = `${file.name.replace(/[^A-Za-z0-9]/g, '').slice(0, 20)}-${file.size}-${file.lastModified}`
      setSending((all) => [...all.filter((each) => each.key !== key), { key, file, share: 0, failed: false }])
      void send(key, file)
    }
  }

  return (
    <>
      <ul className="tray">
        {value.map((hash) => (
          <li key={hash}>
            <a href={`/files/${hash}`} target="_blank" rel="noreferrer">
              {names[hash] ?? hash.slice(0, 12)}
            </a>
            <Button size="small" onClick={() => onChange(value.filter((each) => each !== hash))} aria-label={`${t('act.remove')} ${names[hash] ?? hash.slice(0, 12)}`}>
              {t('act.remove')}
            </Button>
          </li>
        ))}
        {sending.map(({ key, file, share, failed }) => (
          <li key={key} aria-live="polite">
            <span>{file.name}</span>
            {failed ? (
              <button type="button" className="linklike" onClick={() => void send(key, file)}>
                {t('act.uploadFailed')}
              </button>
            ) : (
              <span className="dim">{t('act.uploading', { n: Math.round(share * 100) })}</span>
            )}
          </li>
        ))}
      </ul>
      {value.length < max ? (
        <span className="actions">
          <FileButton id={id} text={t('act.upload')} many={max > 1} onFiles={take} />
          <span className="phone-only">
            <FileButton id={`${id}-camera`} text={t('act.camera')} camera onFiles={take} />
          </span>
        </span>
      ) : null}
    </>
  )
}

function FileButton({ id, text, many, camera, onFiles }: { readonly id: string; readonly text: string; readonly many?: boolean; readonly camera?: true; readonly onFiles: (files: FileList | null) => void }) {
  return (
    <label className="file-button" htmlFor={id}>
      {text}
      <input
        id={id}
        type="file"
        className="hidden"
        multiple={many ?? false}
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles(event.target.files)
          event.target.value = ''
        }}
      />
    </label>
  )
}
