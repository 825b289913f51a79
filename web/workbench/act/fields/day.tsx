import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A legal day, typed or picked: 2026-11-23. */
export const DayField = ({ id, value, onChange }: Props) => (
  <DatePicker id={id} value={typeof value === 'string' ? dayjs(value) : null} onChange={(day) => onChange(day?.format('YYYY-MM-DD'))} format="YYYY-MM-DD" placeholder="2026-01-01" style={{ width: '100%' }} />
)

/** An instant by the clock on the wall in China, wherever this machine believes to be. */
export const MomentField = ({ id, value, onChange }: Props) => (
  <DatePicker
    id={id}
    value={typeof value === 'string' ? dayjs(wall(value)) : null}
    onChange={(at) => onChange(at ? new Date(`${at.format('YYYY-MM-DDTHH:mm:00.000')}+08:00`).toISOString() : undefined)}
    format={['YYYY-MM-DD HH:mm']}
    showTime={{ format: 'HH:mm' }}
    placeholder="2026-01-01 09:00"
    style={{ width: '100%' }}
  />
)

/** The instant's digits in China, read as local time, so that the picker shows them unchanged. */
const wall = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19)
