import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../root.ts'
import { synonymsOf, type Synonyms } from './synonyms.ts'

/** Reads the synonyms of a pack: `{ "groups": [["低保", "最低生活保障", "minimum living allowance"], …] }`. */
export function loadSynonyms(packFolder: string = nationalFolder): Synonyms {
  return synonymsOf(readGroups(packFolder))
}

/** The groups of words of a pack as they stand in its file. */
export function readGroups(packFolder: string = nationalFolder): string[][] {
  return (JSON.parse(readFileSync(join(packFolder, 'synonyms.json'), 'utf8')) as { groups: string[][] }).groups
}

const nationalFolder = join(packageRoot, 'packs', 'cn')
