import { drawCode, type DrawnCode } from '../../../platform/codes/draw-code.ts'
import type { Site } from '../../../platform/site.ts'
import { excerpt, plainText } from '../../../platform/text/markdown.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { listPublic, readPublic, type PublicLine } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { screenFilter } from '../carriers/read-carriers.ts'
import { channels } from '../load-kinds.ts'
import { pageAfter, pageFrom } from './slide.ts'

/** A document on a screen: who it is from, and what it says in a few lines. */
export interface Shown {
  line: PublicLine
  unit: Unit
}

export interface ScreenView {
  carrier: Carrier
  unit: Unit
  now: Date
  documents: Shown[]
  page: number
  next: number
  seconds: number
  /** The document that fills the screen; on the first page there is none. */
  single?: Shown & { text: string }
  /** Where this can be read on a telephone. */
  code: DrawnCode
}

const mostCharacters = { zh: 150, en: 320 }

/** One page of a hall screen: what is new in its unit, or one of these documents. */
export async function readScreen(site: Site, carrier: Carrier, unit: Unit, asked: string | undefined): Promise<ScreenView> {
  const db = site.database.read
  const units = new Map((await listUnits(db)).map((one) => [one.id, one]))
  const lines = await listPublic(db, { ...(await screenFilter(db, carrier, unit)), limit: channels.screen.documents })
  const documents = lines.flatMap((line) => {
    const from = units.get(line.unitId)
    return from === undefined ? [] : [{ line, unit: from }]
  })
  const page = pageFrom(asked, documents.length)
  const shown = documents[page - 1]
  const path = shown === undefined ? `/latest?unit=${unit.code}` : documentPath(shown.line.indexNumber)
  return {
    ...{ carrier, unit, documents, page, now: site.now() },
    next: pageAfter(page, documents.length),
    seconds: channels.screen.secondsPerPage,
    single: shown && { ...shown, text: await textOf(site, shown.line) },
    code: await drawCode(`${site.config.baseUrl}${path}`),
  }
}

async function textOf(site: Site, line: PublicLine): Promise<string> {
  if (line.summary !== '') return excerpt(line.summary, mostCharacters[line.language])
  const found = await readPublic(site.database.read, line.indexNumber)
  return typeof found === 'string' ? '' : excerpt(plainText(found.version.body), mostCharacters[line.language])
}
