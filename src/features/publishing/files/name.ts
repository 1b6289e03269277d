const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  ofd: 'application/ofd',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/** The end of a name, in small letters: `pdf`; '' when it has none. */
export function endingOf(name: string): string {
  return (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase()
}

/** The media type that goes with a name; undefined for a kind of file that is not taken. What the sender calls it does not count. */
export function mediaTypeFor(name: string): string | undefined {
  return mediaTypes[endingOf(name)]
}

/**
 * A name as it may stand on a page and in a folder: without the folders before it, without characters that no eye sees or that turn the
 * letters round, without signs that a file system takes for something else, and no longer than `most`. Its ending stays.
 */
export function cleanName(name: string, most: number): string {
  const bare = name
    .replace(/^.*[\\/]/s, '')
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const characters = Array.from(bare)
  if (characters.length <= most) return bare
  const ending = bare.slice(bare.lastIndexOf('.') === -1 ? bare.length : bare.lastIndexOf('.'))
  return characters.slice(0, Math.max(1, most - Array.from(ending).length)).join('') + ending
}
