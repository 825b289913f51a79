import '../shared-ui/theme/tokens.css'
import './public.css'
import { createRoot } from 'react-dom/client'
import { CardPage } from './card.tsx'
import { VerifyPage } from './verify.tsx'

/** /verify/… a paper, /card/… a person's certificate. */
export async function mount(place: HTMLElement): Promise<void> {
  const [, door, code = ''] = window.location.pathname.split('/')
  const named = decodeURIComponent(code)
  createRoot(place).render(door === 'card' ? <CardPage code={named} /> : <VerifyPage code={named} />)
}
