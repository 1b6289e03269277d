import type { Officer } from '../features/publishing/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import { beginBulletin, bulletinForm, handBulletin, writeBulletin } from '../features/reports/index.ts'
import { fillText } from './fill-text.ts'
import type { DemoPublication } from './read-pack.ts'
import type { Setting } from './setting.ts'
import { mustSucceed } from './stage.ts'

/**
 * A town makes the bulletin of the quarter that ended last: the records fill its sections, the parts of the body are the words of people.
 * It is handed over, which begins its publication. Answers the document's id.
 */
export async function makeBulletin(
  setting: Setting,
  officer: Officer,
  unit: Unit,
  { body, language }: Pick<DemoPublication, 'body' | 'language'>,
): Promise<number> {
  const { site } = setting.stage
  const quarter = quarterBefore(site.today())
  const about = `bulletin of ${unit.code} ${quarter}`
  const bulletin = mustSucceed(await beginBulletin(site, officer.personId, unit, quarter), about)
  const words = fillText(body, setting.today, language)
    .split(/^## .*$/m)
    .slice(1)
    .map((part) => part.trim())
  const texts = Object.fromEntries(bulletinForm.sections.map(({ code }, at) => [code, words[at] ?? '']))
  const { version } = mustSucceed(await writeBulletin(site, officer.personId, bulletin.id, { version: bulletin.version, texts }), about)
  return mustSucceed(await handBulletin(site, officer, bulletin.id, version), about).documentId
}

function quarterBefore(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const quarter = Math.ceil(month / 3)
  return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`
}
