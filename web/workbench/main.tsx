import '../shared-ui/theme/tokens.css'
import '../shared-ui/theme/work.css'
import { createRoot } from 'react-dom/client'
import { startTexts } from '../shared-ui/texts/use-texts.ts'
import { Workbench } from './workbench.tsx'

export async function mount(place: HTMLElement): Promise<void> {
  await startTexts()
  createRoot(place).render(<Workbench />)
}
