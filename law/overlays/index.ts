import { general } from './general.ts'
import { marketSupervision } from './market-supervision.ts'
import type { Overlay } from './overlay.ts'

const overlays: Readonly<Record<string, Overlay>> = { general, 'market-supervision': marketSupervision }

/** The overlay of a body; one that was never released is an error of configuration, not of the case: the general rules hold. */
export const overlayNamed = (name: string): Overlay => overlays[name] ?? general
