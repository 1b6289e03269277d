import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { renderMarkdown } from '../../../platform/text/markdown.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { PublicBulletinPage, PublicBulletinsPage } from './pages/public-bulletins.tsx'
import { listBulletins } from './queries-bulletins.ts'
import { listPublicBulletins, listStillOpen } from './read-bulletin.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Bulletins in public: all of them, those of a town, one. */
export const publicBulletinRoutes: readonly Route[] = [
  { ...open, path: '/reports/bulletins', answer: showAll },
  { ...open, path: '/reports/bulletins/:unit', answer: showAll },
  { ...open, path: '/reports/bulletins/:unit/:quarter', answer: showOne },
]

async function askedUnit(ask: Ask) {
  const code = ask.params['unit']
  if (code === undefined) return undefined
  const unit = await findUnitByCode(ask.site.database.read, code)
  if (unit === undefined) throw new NotFound(`unit ${code}`)
  return unit
}

async function showAll(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  const bulletins = await listBulletins(ask.site.database.read, unit && [unit.id])
  return { page: <PublicBulletinsPage {...{ reader: ask.reader, unit, bulletins: await listPublicBulletins(ask.site, bulletins) }} /> }
}

async function showOne(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  const bulletins = await listBulletins(ask.site.database.read, [unit?.id ?? 0])
  const asked = bulletins.filter(({ quarter }) => quarter === ask.params['quarter'])
  const [published] = await listPublicBulletins(ask.site, asked)
  if (published === undefined) throw new NotFound(`bulletin ${ask.params['unit']} ${ask.params['quarter']}`)
  const stillOpen = published.issue === undefined ? new Set<number>() : await listStillOpen(ask.site, published.issue)
  return { page: <PublicBulletinPage {...{ reader: ask.reader, published, stillOpen }} html={renderMarkdown(published.body)} /> }
}
