import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import { contentForHash, type Content } from './document.ts'

/** SHA-256 of everything a hand signs for: the text, its metadata and its files (RFC 8785 canonical form). */
export function fingerprint(content: Content, files: readonly { name: string; sha256: string }[]): string {
  return hash(canonical(contentForHash(onlyContent(content), files)))
}

/** A short name for a passage, so that an answer given to a finding holds as long as the passage stays the same. */
export function passageHash(check: string, passage: string): string {
  return hash(`${check}\n${passage}`)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A stored version carries more than its content (who saved it, when); that is not signed for. */
function onlyContent(content: Content): Content {
  const { attribute, ground, groundReason, audience, language, title, summary, body } = content
  const { documentNumber, subject, genre, served, keywords, formedOn, validUntil } = content
  return {
    attribute,
    ground,
    groundReason,
    audience,
    language,
    title,
    summary,
    body,
    documentNumber,
    subject,
    genre,
    served,
    keywords,
    formedOn,
    validUntil,
  }
}
