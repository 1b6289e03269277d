/** A QR code as a drawing: `path` are dark squares of one unit in a field of `size` units, with a quiet margin of two. */
export interface DrawnCode {
  size: number
  path: string
}

/** The QR code of an address. Squares beside each other are one stroke, so that a page stays small. */
export async function drawCode(text: string): Promise<DrawnCode> {
  const { default: encode } = await import('qr')
  const rows = encode(text, 'raw', { ecc: 'medium', border: 2 })
  return { size: rows.length, path: rows.map((row, y) => strokesOf(row, y)).join('') }
}

/** The same as a picture of its own, for paper. */
export function asSvg({ size, path }: DrawnCode): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#14213d" d="${path}"/></svg>`
}

function strokesOf(row: readonly boolean[], y: number): string {
  let strokes = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x += 1
    const width = x - start + 1
    strokes += `M${start} ${y}h${width}v1h-${width}z`
  }
  return strokes
}
