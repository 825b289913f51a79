import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { toDataURL } from 'qrcode'
import { useEffect, useState } from 'react'
import '../matter/matter.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { useMe } from '../me.ts'
import { PaperList } from './paper-list.tsx'
import { codeQuery, type Sheet, sessionQuery, useSend } from './queries.ts'
import { Strike } from './strike.tsx'
import { whereAmI } from './where-am-i.ts'

/** One session: who holds it shows the code and keeps the sheet; everybody signs in and out. */
export function SessionPage() {
  const { t } = useTexts()
  const { id } = useParams({ from: '/shell/training/sessions/$id' })
  const { data, error, refetch } = useQuery({ ...sessionQuery(id), refetchInterval: 10_000 })
  useHeading(data?.course.title ?? t('training.session'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { session } = data
  return (
    <>
      <PageTitle title={data.course.title} under={`${moment(session.starts)} – ${moment(session.ends).slice(11)} · ${session.place} · ${t('training.hoursOf', { n: session.hours })}`} />
      <Sign sheet={data} />
      {data.organises ? <RoomCode id={id} /> : null}
      <Entries sheet={data} />
      {data.organises ? <PaperList sheet={data} /> : null}
    </>
  )
}

/** Signing in or out with the code shown in the room; scanning it fills it in. */
function Sign({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTexts()
  const me = useMe()
  const scanned = useSearch({ from: '/shell/training/sessions/$id' }).code
  const [code, setCode] = useState(scanned ?? '')
  const { send, sending, error } = useSend('sign', () => setCode(''))
  const own = sheet.entries.filter(({ person, struckBy }) => person === me.person && struckBy === null)
  const is = (kind: 'in' | 'out') => own.some((each) => each.kind === kind)
  const sign = async (direction: 'in' | 'out'): Promise<void> => {
    const position = sheet.session.placeChecked ? await whereAmI() : undefined
    await send({ session: sheet.session.id, direction, code, ...(position ? { position } : {}) })
  }
  return (
    <Panel title={t('training.sign')} aside={is('out') ? <Tag tone="jade">{t('training.signedOut')}</Tag> : is('in') ? <Tag tone="indigo">{t('training.signedIn')}</Tag> : null}>
      <div className="pad">
        <div className="filters">
          <div>
            <label htmlFor="sign-code">{t('training.code')}</label>
            <Input id="sign-code" value={code} autoComplete="off" autoCapitalize="characters" onChange={(event) => setCode(event.target.value.toUpperCase())} style={{ font: '600 18px var(--mono, monospace)', letterSpacing: 3 }} />
          </div>
          <div className="actions">
            <Button type={is('in') ? 'default' : 'primary'} loading={sending} disabled={code.trim().length < 6} onClick={() => void sign('in')}>
              {t('training.signIn')}
            </Button>
            <Button type={is('in') ? 'primary' : 'default'} loading={sending} disabled={code.trim().length < 6} onClick={() => void sign('out')}>
              {t('training.signOut')}
            </Button>
          </div>
        </div>
        {sheet.session.placeChecked ? <p className="dim">{t('training.placeHint')}</p> : null}
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}

/** For the screen in the room: large, with the time that is left. */
function RoomCode({ id }: { readonly id: string }) {
  const { t } = useTexts()
  const [shown, setShown] = useState(false)
  const { data, refetch } = useQuery({ ...codeQuery(id), enabled: shown, refetchInterval: 5000 })
  const [picture, setPicture] = useState<string>()
  const code = data?.code
  useEffect(() => {
    if (code === undefined) return
    void toDataURL(`${location.origin}/training/sessions/${id}?code=${code}`, { margin: 1, width: 220 }).then(setPicture)
  }, [code, id])
  useEffect(() => {
    if (!data) return
    const timer = setTimeout(() => void refetch(), Math.max(300, Date.parse(data.until) - Date.now() + 200))
    return () => clearTimeout(timer)
  }, [data, refetch])
  return (
    <Panel title={t('training.roomCode')}>
      <div className="pad" style={{ textAlign: 'center' }}>
        {shown && data ? (
          <>
            <div aria-live="off" data-code={data.code} style={{ font: '700 clamp(40px, 9vw, 88px)/1.2 var(--mono, monospace)', letterSpacing: '.12em' }}>
              {data.code}
            </div>
            {picture ? <img src={picture} alt={t('training.scanToSign')} width={220} height={220} /> : null}
            <p className="dim">{t('training.codeHint')}</p>
          </>
        ) : (
          <Button type="primary" onClick={() => setShown(true)}>
            {t('training.showCode')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Entries({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTexts()
  const [striking, setStriking] = useState<string>()
  return (
    <Panel title={t(sheet.organises ? 'training.sheet' : 'training.myLines')} aside={<span className="dim">{t('training.present', { n: new Set(sheet.entries.filter((each) => each.struckBy === null).map((each) => each.person)).size })}</span>}>
      {sheet.entries.length === 0 ? (
        <Empty title={t('training.nobodyYet')} />
      ) : (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('people.person')}</th>
              <th scope="col">{t('training.line')}</th>
              <th scope="col">{t('training.time')}</th>
              <th scope="col">{t('training.remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.entries.map((each) => (
              <tr key={each.id} style={each.struckBy ? { textDecoration: 'line-through' } : {}}>
                <td>{each.personName}</td>
                <td>{t(`training.kind-${each.kind as 'in'}`)}</td>
                <td>
                  {moment(each.at)}
                  {each.until ? ` – ${moment(each.until).slice(11)}` : ''}
                </td>
                <td>
                  {each.near === false ? <Tag tone="amber">{t('training.notNear')}</Tag> : null} {each.reason ? `${each.reason}（${each.recordedByName}）` : ''}{' '}
                  {each.file ? (
                    <a href={`/api/files/${each.file}`} target="_blank" rel="noreferrer">
                      {t('training.scan')}
                    </a>
                  ) : null}{' '}
                  {each.struckReason ? t('training.struck', { reason: each.struckReason }) : ''}
                  {sheet.organises && !each.struckBy ? (
                    <button type="button" className="linklike" onClick={() => setStriking(each.id)} aria-label={`${t('training.strike')} ${each.personName}`}>
                      <small>{t('training.strike')}</small>
                    </button>
                  ) : null}
                  {striking === each.id ? <Strike entry={each.id} close={() => setStriking(undefined)} /> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
