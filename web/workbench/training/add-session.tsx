import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { type Course, useSend } from './queries.ts'
import { whereAmI, type Position } from './where-am-i.ts'

/** A session: when by the clock on the wall, where, how much it is worth, and how near a phone has to be to sign in. */
export function AddSession({ course }: { readonly course: Course }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const [from, setFrom] = useState('09:00')
  const [until, setUntil] = useState('12:00')
  const [place, setPlace] = useState('')
  const [hours, setHours] = useState(String(Math.min(4, course.hours)))
  const [metres, setMetres] = useState('')
  const [spot, setSpot] = useState('')
  const { send, sending, error } = useSend('sessions', () => setOpen(false))
  const instant = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
  const at = positionIn(spot)
  const checked = metres !== ''
  const ready = /^\d{4}-\d{2}-\d{2}$/.test(day) && from < until && place.trim() !== '' && /^[1-9]\d?$/.test(hours) && (!checked || (at !== undefined && Number(metres) >= 20 && Number(metres) <= 5000))
  if (!open)
    return (
      <div className="blk">
        <Button size="small" onClick={() => setOpen(true)} aria-label={`${t('training.addSession')} ${course.title}`}>
          {t('training.addSession')}
        </Button>
      </div>
    )
  const id = (name: string) => `session-${name}-${course.id}`
  const here = async (): Promise<void> => {
    const found = await whereAmI()
    if (found) setSpot(`${found.latitude.toFixed(5)}, ${found.longitude.toFixed(5)}`)
  }
  return (
    <div className="pad">
      <div className="filters">
        <div>
          <label htmlFor={id('day')}>{t('common.date')}</label>
          <Input id={id('day')} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('from')}>{t('training.from')}</label>
          <Input id={id('from')} type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('until')}>{t('training.until')}</label>
          <Input id={id('until')} type="time" value={until} onChange={(event) => setUntil(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('hours')}>{t('training.hours')}</label>
          <Input id={id('hours')} inputMode="numeric" value={hours} onChange={(event) => setHours(event.target.value)} />
        </div>
        <div className="wide">
          <label htmlFor={id('place')}>{t('training.place')}</label>
          <Input id={id('place')} value={place} onChange={(event) => setPlace(event.target.value)} />
        </div>
        <div>
          <label htmlFor={id('metres')}>{t('training.metres')}</label>
          <Input id={id('metres')} type="number" min={20} max={5000} value={metres} onChange={(event) => setMetres(event.target.value)} />
        </div>
        {checked ? (
          <div className="wide">
            <label htmlFor={id('spot')}>{t('training.spot')}</label>
            <Input id={id('spot')} value={spot} placeholder="37.87000, 112.55000" onChange={(event) => setSpot(event.target.value)} addonAfter={<button type="button" className="linklike" onClick={() => void here()}>{t('training.here')}</button>} />
          </div>
        ) : null}
        <Button
          type="primary"
          disabled={!ready}
          loading={sending}
          onClick={() => void send({ course: course.id, starts: instant(from), ends: instant(until), place, hours: Number(hours), ...(checked && at ? { area: { ...at, metres: Number(metres) } } : {}) })}
        >
          {t('common.save')}
        </Button>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}

/** Latitude and longitude as maps give them. */
function positionIn(text: string): Position | undefined {
  const [, latitude = '', longitude = ''] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? []
  return latitude === '' || Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180 ? undefined : { latitude: Number(latitude), longitude: Number(longitude) }
}
