import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nationalPack } from '../../platform/pack.ts'
import { asCheckRules, type CheckRules } from '../checks/index.ts'

let rules: CheckRules | undefined

/** The rules of the text checks, read once from the pack. */
export function checkRules(): CheckRules {
  rules ??= asCheckRules(JSON.parse(readFileSync(join(nationalPack, 'publishing.json'), 'utf8')))
  return rules
}
