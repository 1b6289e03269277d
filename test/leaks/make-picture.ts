import sharp from 'sharp'

/** A photograph of one colour, with what a telephone writes beside it. */
export async function photo({ place = false, orientation = 1, format = 'jpeg' as 'jpeg' | 'png' | 'webp' } = {}): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'Phone', Model: 'P-1', Artist: '张三' },
    ...(place ? { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 10/1 0/1' } } : {}),
  }
  return blank().withExif(exif).withMetadata({ orientation }).toFormat(format).toBuffer()
}

/** The same without a word beside it. */
export function bare(format: 'jpeg' | 'png' | 'webp' | 'gif'): Promise<Buffer> {
  return blank().toFormat(format).toBuffer()
}

function blank() {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#3366cc' } })
}
