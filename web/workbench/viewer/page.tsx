import { useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import '../matter/matter.css'
import { send } from '../../shared-ui/client/ask.ts'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { PdfFrame } from '../act/pdf-frame.tsx'

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]

/** Evidence and signed scans: zoom and turn images, show PDFs and recordings. */
export function ViewerPage() {
  const { t } = useTexts()
  const { hash } = useParams({ from: '/shell/files/$hash' })
  const [url, setUrl] = useState<string>()
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  useHeading(t('viewer.title'))
  const { data, error, refetch } = useQuery({
    queryKey: ['file', hash],
    queryFn: async ({ signal }) => (await send('GET', `/api/files/${hash}`, undefined, { signal, accept: '*/*' })).blob(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    if (!data) return
    const made = URL.createObjectURL(data)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data || !url) return <Loading rows={8} />
  const image = data.type.startsWith('image/')
  const nearest = (by: 1 | -1): number => (by > 0 ? steps.find((each) => each > zoom) : steps.findLast((each) => each < zoom)) ?? zoom
  return (
    <>
      <PageTitle title={t('viewer.title')} under={<span className="mono">{hash.slice(0, 16)}…</span>}>
        {image ? (
          <>
            <Button onClick={() => setZoom(nearest(1))}>{t('viewer.zoomIn')}</Button>
            <Button onClick={() => setZoom(nearest(-1))}>{t('viewer.zoomOut')}</Button>
            <Button onClick={() => setTurn((turn + 90) % 360)}>{t('viewer.rotate')}</Button>
            <Button
              onClick={() => {
                setZoom(1)
                setTurn(0)
              }}
            >
              {t('viewer.fit')}
            </Button>
          </>
        ) : null}
        <a className="button" href={url} download={hash.slice(0, 16)}>
          {t('viewer.download')}
        </a>
      </PageTitle>
      {image ? (
        <div className="panel scan" role="group" aria-label={t('viewer.image')} tabIndex={0}>
          <img src={url} alt={t('viewer.image')} style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }} />
        </div>
      ) : data.type.startsWith('video/') || data.type.startsWith('audio/') ? (
        <video src={url} controls style={{ width: '100%', maxHeight: '76vh' }}>
          <track kind="captions" />
        </video>
      ) : data.type === 'application/pdf' ? (
        <PdfFrame url={url} title={t('viewer.title')} />
      ) : null}
    </>
  )
}
