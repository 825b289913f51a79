import '../shared-ui/theme/tokens.css'
import './public.css'
import { createRoot } from 'react-dom/client'
import { VerifyPage } from './verify.tsx'

export async function mount(place: HTMLElement): Promise<void> {
  createRoot(place).render(<VerifyPage code={decodeURIComponent(window.location.pathname.split('/')[2] ?? '')} />)
}
