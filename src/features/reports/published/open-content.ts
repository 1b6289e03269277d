import type { Site } from '../../../platform/site.ts'
import type { AnnualReport } from '../annual/report.ts'
import { listPublished, type PublishedReport } from './read-published.ts'

/**
 * A filed report as everybody may read it: without the numbers of other reports that it was held against, of the year before and of the
 * units below, where those are not public themselves.
 */
export async function openContent(site: Site, { filing, unit }: PublishedReport): Promise<AnnualReport> {
  const { previous, parts, ...own } = filing.content
  const ofYear = async (year: number | undefined) => (year === undefined ? [] : listPublished(site, year))
  const [before, below] = [await ofYear(previous?.year), await ofYear(parts && own.year)]
  const isOpen = (cells: AnnualReport['cells'], published: PublishedReport[], name: string): boolean =>
    published.some((one) => one.unit.nameZh === name && isSame(one.filing.content.cells, cells))
  return {
    ...own,
    ...(previous !== undefined && isOpen(previous.cells, before, unit.nameZh) ? { previous } : {}),
    ...(parts?.every(({ name, cells }) => name === own.unit.name || isOpen(cells, below, name)) === true ? { parts } : {}),
  }
}

function isSame(ones: AnnualReport['cells'], others: AnnualReport['cells']): boolean {
  const keys = Object.keys(ones)
  return keys.length === Object.keys(others).length && keys.every((key) => ones[key] === others[key])
}
