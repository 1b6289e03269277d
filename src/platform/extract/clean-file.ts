import { zipSync, type Zippable } from 'fflate'
import { blankPdf } from './clean/blank-pdf.ts'
import { cleanDocument } from './clean/clean-document.ts'
import { cleanOpenDocument } from './clean/clean-open-document.ts'
import { cleanPackage } from './clean/clean-package.ts'
import { cleanPicture } from './clean/clean-picture.ts'
import { cleanSlides } from './clean/clean-slides.ts'
import { cleanWorkbook } from './clean/clean-workbook.ts'
import { formatOf, packageFormat, type PackageFormat } from './format.ts'
import { newNotes, Unreadable, type LookLimits } from './look.ts'
import { readZip, type Entries } from './read-zip.ts'

/**
 * The same file without what can be taken out of it. Whether that was enough is for a new look into it to say. To be run in a process of
 * its own. Throws Unreadable for what cannot be taken apart.
 */
export async function cleanFile(bytes: Buffer, limits: LookLimits): Promise<Buffer> {
  const format = await formatOf(bytes)
  if (format === 'pdf') return blankPdf(bytes)
  if (['png', 'jpeg', 'gif', 'webp'].includes(format)) return cleanPicture(bytes)
  if (format !== 'zip') throw new Unreadable('broken')
  const entries = await readZip(bytes, newNotes(limits))
  const kind = packageFormat(entries)
  await cleanPackage(entries)
  cleaners[kind]?.(entries)
  return written(entries)
}

const cleaners: Partial<Record<PackageFormat, (entries: Entries) => void>> = {
  docx: cleanDocument,
  xlsx: cleanWorkbook,
  pptx: cleanSlides,
  odt: cleanOpenDocument,
  ods: cleanOpenDocument,
  odp: cleanOpenDocument,
}

/** The archive anew, in the same order; an OpenDocument begins with its kind, which is not packed. Always with the same time. */
function written(entries: Entries): Buffer {
  const files: Zippable = {}
  for (const [path, content] of entries) files[path] = [content, { level: path === 'mimetype' ? 0 : 6, mtime: '1980-01-02' }]
  return Buffer.from(zipSync(files))
}
