/** The few things that an EXIF block says and that matter here. */
export interface Exif {
  hasPlace: boolean
  make?: string
  model?: string
  artist?: string
  takenAt?: string
}

const tags = { 0x010f: 'make', 0x0110: 'model', 0x0132: 'takenAt', 0x013b: 'artist' } as const
const placeTag = 0x8825

/** Reads the first directory of an EXIF block; what is cut off or bent counts as not there. */
export function readExif(block: Buffer): Exif {
  const start = block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0
  const tiff = block.subarray(start)
  const exif: Exif = { hasPlace: false }
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number): number => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const first = long(4)
  for (let n = 0; n < Math.min(short(first), 200); n++) {
    const at = first + 2 + n * 12
    const tag = short(at)
    if (tag === placeTag) exif.hasPlace = short(long(at + 8)) > 0
    const name = tags[tag as keyof typeof tags]
    if (name === undefined) continue
    const length = Math.min(long(at + 4), 100)
    const from = length > 4 ? long(at + 8) : at + 8
    exif[name] = tiff
      .toString('utf8', from, from + length)
      .replace(/\0.*$/s, '')
      .trim()
  }
  return exif
}
