import { useEffect } from 'react'

/** The page's name in the window and for screen readers. */
export function useHeading(title: string): void {
  useEffect(() => {
    document.title = title === '' ? '法衡 Faheng' : `${title} · 法衡`
  }, [title])
}
