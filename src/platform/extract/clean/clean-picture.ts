/** The same picture upright and without a word about where, when, by whom and with what it was taken. Its colours keep their meaning. */
export async function cleanPicture(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const { format, exif, xmp, iptc, comments } = await sharp(bytes).metadata()
  const saysNothing = [exif, xmp, iptc].every((block) => block === undefined) && (comments?.length ?? 0) === 0
  if (saysNothing) return bytes
  const upright = sharp(bytes, { animated: format === 'gif' || format === 'webp' })
    .autoOrient()
    .keepIccProfile()
  return format === 'jpeg' ? upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer() : upright.toBuffer()
}
