import type { Reader } from '../../../../ui/reader.ts'
import type { Period } from '../../figures/period.ts'
import { nameIn } from '../../../../ui/reader.ts'

/** What a bulletin is called: the town, and the quarter in words. */
export function bulletinTitle(reader: Reader, unit: { nameZh: string; nameEn: string }, { code }: Pick<Period, 'code'>): string {
  const [year = '', quarter = ''] = code.split('-Q')
  return reader.t('bulletin.title', { unit: nameIn(reader, unit), year, quarter })
}

/** The quarter alone. */
export function quarterInWords({ t }: Pick<Reader, 't'>, code: string): string {
  const [year = '', n = ''] = code.split('-Q')
  return t('account.period.quarter', { year, n })
}
