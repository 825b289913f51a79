import '../shared-ui/theme/tokens.css'
import './public.css'
import { createRoot } from 'react-dom/client'
import { CardPage } from './card.tsx'
import { CataloguePage } from './catalogue.tsx'
import { DiscretionPage } from './discretion.tsx'
import { PublicPlanPage } from './plan.tsx'
import { VerifyPage } from './verify.tsx'

/** /verify/… a paper, /card/… a person's certificate, /catalogue what may be enforced, /discretion how far and how leniently, /plan-summary how the county's plan stands. */
export async function mount(place: HTMLElement): Promise<void> {
  const [, door, code = ''] = window.location.pathname.split('/')
  const named = decodeURIComponent(code)
  createRoot(place).render(door === 'plan-summary' ? <PublicPlanPage /> : door === 'catalogue' ? <CataloguePage /> : door === 'discretion' ? <DiscretionPage /> : door === 'card' ? <CardPage code={named} /> : <VerifyPage code={named} />)
}
