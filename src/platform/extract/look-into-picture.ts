import { note, Unreadable, type Notes } from './look.ts'
import { readExif } from './exif.ts'

const mostPixels = 100_000_000

/** What a picture says beside what it shows: where and with what it was taken, and words of its makers. Its pixels are not decoded. */
export async function lookIntoPicture(bytes: Buffer, name: string, notes: Notes): Promise<void> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  const seen = await sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => {
      throw new Unreadable('broken')
    })
  const exif = seen.exif === undefined ? undefined : readExif(seen.exif)
  if (exif?.hasPlace === true || /GPSLatitude/i.test(textOf(seen.xmp))) note(notes, 'picture-place', { by: 'picture', name })
  const words = [exif?.make, exif?.model, exif?.artist, exif?.takenAt].filter((word) => word !== undefined && word !== '').join(' · ')
  const hasMore = seen.iptc !== undefined || seen.xmp !== undefined || (seen.comments?.length ?? 0) > 0
  if (words !== '' || hasMore) note(notes, 'picture-metadata', { by: 'picture', name, passage: words })
}

function textOf(bytes: Buffer | undefined): string {
  return bytes === undefined ? '' : bytes.toString('utf8')
}
