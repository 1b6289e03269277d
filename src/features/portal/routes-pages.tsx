import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFound } from '../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { packageRoot } from '../../platform/root.ts'
import { Heading } from '../../ui/heading.tsx'
import { href, nameIn } from '../../ui/reader.ts'
import { CataloguePage, readGuide, readOrigins, ruleInWords } from '../catalogue/index.ts'
import { exists, GuidePage, UnitPage, UnitsPage } from '../organisations/index.ts'
import { countPublicByDuty, listNewestByDuty } from '../publishing/index.ts'
import { AboutPage } from './pages/about-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { KeptStrip } from './pages/kept-strip.tsx'
import { SitemapPage } from './pages/sitemap-page.tsx'
import { VerifyPage } from './pages/verify-page.tsx'
import { readHome } from './read-home.ts'
import { readPlaces } from './read-places.ts'
import { readUnit, unitOf } from './read-unit.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const
const scriptPath = join(packageRoot, 'docs', 'verify.py')
const newestOfEach = 3

/** The pages that stand: home, catalogue, units, guide, and what the site says of itself. */
export const pageRoutes: readonly Route[] = [
  { ...open, path: '/', answer: showHome },
  { ...open, path: '/catalogue', answer: showCatalogue },
  { ...open, path: '/catalogue/:code', answer: showCategory },
  { ...open, path: '/units', answer: showUnits },
  { ...open, path: '/units/:code', answer: showUnit },
  { ...open, path: '/guide', answer: showGuide },
  { ...open, path: '/guide/:code', answer: showGuide },
  { ...open, path: '/about', answer: async (ask) => ({ page: <AboutPage reader={ask.reader} /> }) },
  { ...open, path: '/verify', answer: async (ask) => ({ page: <VerifyPage reader={ask.reader} hasScript={existsSync(scriptPath)} /> }) },
  { ...open, path: '/verify.py', answer: giveScript },
  { ...open, path: '/sitemap', answer: showSitemap },
]

async function showHome(ask: Ask): Promise<Answer> {
  return { page: <HomePage reader={ask.reader} home={await readHome(ask.site)} /> }
}

async function showCatalogue(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const places = await readPlaces(ask.site, db)
  const asked = ask.query['unit'] ?? ''
  const unit = asked === '' ? undefined : unitOf(places, asked)
  const counts = await countPublicByDuty(db)
  return {
    page: (
      <CataloguePage
        reader={ask.reader}
        categories={places.categories}
        duties={places.duties}
        units={[...places.units.values()]}
        unit={unit}
        counts={counts}
        origins={await readOrigins(db)}
        documentsHref={documentsOf(ask)}
      />
    ),
  }
}

async function showCategory(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const places = await readPlaces(ask.site, db)
  const category = places.categories.find((one) => one.code === ask.params['code'])
  if (category === undefined) throw new NotFound(`category ${ask.params['code']}`)
  const under = new Set(places.categories.filter((one) => one.path.startsWith(category.path)).map((one) => one.id))
  const duties = places.duties.filter((duty) => under.has(duty.categoryId))
  const newest = await listNewestByDuty(
    db,
    duties.map((duty) => duty.id),
    newestOfEach,
  )
  const counts = await countPublicByDuty(db)
  const units = [...places.units.values()]
  const origins = await readOrigins(db)
  const following = { target: `category=${category.code}`, feed: `/catalogue/${category.code}/feed` }
  const rest = { duties, units, category, counts, newest, origins, following, documentsHref: documentsOf(ask) }
  return { page: <CataloguePage reader={ask.reader} categories={places.categories} {...rest} /> }
}

const documentsOf =
  (ask: Ask) =>
  (duty: { code: string }): string =>
    href(ask.reader, `/latest?duty=${duty.code}`)

async function showUnits(ask: Ask): Promise<Answer> {
  const { units } = await readPlaces(ask.site, ask.site.database.read)
  return { page: <UnitsPage reader={ask.reader} units={[...units.values()].filter((unit) => exists(unit, ask.site.today()))} /> }
}

async function showUnit(ask: Ask): Promise<Answer> {
  const { reader } = ask
  const { unit, places, events, documents, duties, kept } = await readUnit(ask.site, ask.params['code'] ?? '')
  const owed = duties.map((duty) => {
    const category = places.categories.find((one) => one.id === duty.categoryId)
    return {
      title: nameIn(reader, { nameZh: duty.titleZh, nameEn: duty.titleEn }),
      href: href(reader, `/catalogue/${category?.code ?? ''}#${duty.code}`),
      rule: ruleInWords(reader, duty.rule),
    }
  })
  return {
    page: (
      <UnitPage
        reader={reader}
        unit={unit}
        units={[...places.units.values()]}
        events={events}
        documents={documents}
        documentsHref={href(reader, `/latest?unit=${unit.code}`)}
        duties={owed}
        following={{ target: `unit=${unit.code}`, feed: `/units/${unit.code}/feed` }}
      >
        <p>
          <a href={href(reader, `/account?unit=${unit.code}`)}>{reader.t('portal.unit.account')}</a> ·{' '}
          <a href={href(reader, `/channels?unit=${unit.code}`)}>{reader.t('portal.unit.places')}</a>
        </p>
        {owed.length === 0 ? null : (
          <section aria-labelledby="word">
            <Heading level={2} id="word">
              {reader.t('portal.unit.word')}
            </Heading>
            <KeptStrip reader={reader} kept={kept} unit={unit.code} />
            <p>
              <a href={href(reader, `/promises/units/${unit.code}`)}>{reader.t('portal.unit.word.more')}</a>
            </p>
          </section>
        )}
      </UnitPage>
    ),
  }
}

async function showGuide(ask: Ask): Promise<Answer> {
  return { page: <GuidePage reader={ask.reader} {...await readGuide(ask.site, ask.params['code'])} /> }
}

async function showSitemap(ask: Ask): Promise<Answer> {
  const { categories } = await readPlaces(ask.site, ask.site.database.read)
  return { page: <SitemapPage reader={ask.reader} categories={categories} /> }
}

async function giveScript(): Promise<Answer> {
  if (!existsSync(scriptPath)) throw new NotFound('verify.py')
  return { text: await readFile(scriptPath, 'utf8'), type: 'text/x-python; charset=utf-8' }
}
