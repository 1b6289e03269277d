import type { Site } from '../../../platform/site.ts'
import { examineLoose, type FileReading } from '../../publishing/index.ts'
import type { Enclosure } from './read-mail.ts'

/**
 * Looks into the files of a letter with the checks of publishing, one after the other, each in a process of its own. What was found is
 * told by the place of the file in the letter and kept nowhere: it quotes what people wrote.
 */
export async function lookIntoEnclosures(site: Site, unitId: number, enclosures: readonly Enclosure[]): Promise<Map<number, FileReading>> {
  const looks = new Map<number, FileReading>()
  for (const { nth, name, bytes, wrong } of enclosures.slice(0, site.houseRules.files.most)) {
    if (wrong.length === 0) looks.set(nth, await examineLoose(site, unitId, { name, bytes }))
  }
  return looks
}
