import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../root.ts'
import { synonymsOf, type Synonyms } from './synonyms.ts'

/** Reads the synonyms of a pack: `{ "groups": [["低保", "最低生活保障", "minimum living allowance"], …] }`. */
export function loadSynonyms(packFolder: string = join(packageRoot, 'packs', 'cn')): Synonyms {
  const pack = JSON.parse(readFileSync(join(packFolder, 'synonyms.json'), 'utf8')) as { groups: string[][] }
  return synonymsOf(pack.groups)
}
