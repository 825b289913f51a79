import { create } from 'qrcode'

/** The code as one SVG path, drawn as vectors. Level M: a fold or a stamp's edge may cover 15 % of it. */
export function qrSvg(url: string): string {
  if (url === '') return ''
  const { size, data } = create(url, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let run = 0
      while (x + run < size && data[y * size + x + run]) run++
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`
      x += run
    }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
