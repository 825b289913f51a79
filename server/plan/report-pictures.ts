import { crc32, deflateSync } from 'node:zlib'

interface MonthShare {
  readonly month: number
  readonly share: number
}
type Colour = readonly [number, number, number]
const white: Colour = [255, 255, 255]
const grey: Colour = [200, 200, 200]
const dark: Colour = [39, 75, 115]
/** Done, on course, at risk, overdue, not measurable: as on the page. */
const tones: readonly Colour[] = [[43, 100, 80], [39, 75, 115], [138, 90, 0], [179, 40, 45], [168, 168, 168]]

/** How many measures stand how, as one bar. */
export function barPng(counts: readonly number[]): Buffer {
  const sheet = canvas(900, 36)
  const all = Math.max(1, counts.reduce((sum, each) => sum + each, 0))
  let x = 0
  counts.forEach((count, i) => {
    const width = (count * 900) / all
    sheet.fill(Math.round(x), 0, Math.round(x + width), 36, tones[i] ?? grey)
    x += width
  })
  return sheet.png()
}

/** A year month by month in percent, the year before thinly beneath it. */
export function linePng(shares: readonly MonthShare[], earlier: readonly MonthShare[]): Buffer {
  const [width, height] = [600, 120]
  const sheet = canvas(width, height)
  for (const each of [0, 50, 100]) sheet.fill(0, y(each, height), width, y(each, height) + 1, grey)
  const at = (month: number) => ((month - 1) * (width - 8)) / 11 + 4
  const draw = (values: readonly MonthShare[], colour: Colour, thick: number) => values.slice(1).forEach((to, i) => {
    const from = values[i] ?? to
    const [x0, x1, y0, y1] = [at(from.month), at(to.month), y(from.share, height), y(to.share, height)]
    for (let x = Math.round(x0); x <= x1; x++) {
      const middle = Math.round(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0))
      sheet.fill(x, middle - thick, x + 2, middle + thick, colour)
    }
  })
  draw(earlier, grey, 1)
  draw(shares, dark, 2)
  return sheet.png()
}

const y = (share: number, height: number): number => Math.round(4 + ((100 - share) * (height - 9)) / 100)

/** Pixels, and their PNG (ISO/IEC 15948): colour without alpha, no filter. */
function canvas(width: number, height: number) {
  const row = width * 3 + 1
  const pixels = Buffer.alloc(row * height)
  const fill = (x0: number, y0: number, x1: number, y1: number, [red, green, blue]: Colour): void => {
    for (let py = Math.max(0, y0); py < Math.min(height, y1); py++)
      for (let px = Math.max(0, x0); px < Math.min(width, x1); px++) pixels.set([red, green, blue], py * row + 1 + px * 3)
  }
  fill(0, 0, width, height, white)
  return {
    fill,
    png(): Buffer {
      const head = Buffer.alloc(13)
      head.writeUInt32BE(width, 0)
      head.writeUInt32BE(height, 4)
      head.set([8, 2], 8) // eight bits a channel, three channels
      return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
    },
  }
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
