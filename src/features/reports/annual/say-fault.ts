import type { Translate } from '../../../kernel/words.ts'
import type { FileFault } from './report-file.ts'

/** What is wrong with a file, as one sentence that begins with the place. */
export function sayFault(t: Translate, { kind, path, said }: FileFault): string {
  const words = t(`reports.fault.${kind}`, said)
  return path === '' ? words : t('reports.fault-at', { path, words })
}
