import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { listUnits } from '../organisations/index.ts'
import { addCategory } from './add-category.ts'
import { CategoryPage, type CategoryDraft } from './pages/category-page.tsx'
import { DeskCataloguePage } from './pages/desk-catalogue-page.tsx'
import { categoryErrors } from './pages/form-errors.ts'
import { listCategories, listDuties } from './queries.ts'
import { actorOf } from './routes-asked.ts'

/** The catalogue as a whole, and its categories. */
export const catalogueRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/catalogue', policy: 'catalogue.read', answer: show },
  { method: 'GET', path: '/desk/catalogue/categories/new', policy: 'catalogue.arrange', answer: showNew },
  { method: 'POST', path: '/desk/catalogue/categories/new', policy: 'catalogue.arrange', answer: saveNew },
]

async function show(ask: Ask): Promise<Answer> {
  const { read } = ask.site.database
  const [categories, duties, units] = await Promise.all([listCategories(read), listDuties(read), listUnits(read)])
  const asked = (name: string): string => (ask.query[name] ?? '').slice(0, 100)
  const filter = { words: asked('q'), unit: asked('unit'), audience: asked('audience'), mode: asked('mode'), required: asked('required') }
  return { page: <DeskCataloguePage reader={ask.reader} {...{ categories, duties, units, filter }} done={asked('done')} /> }
}

async function showNew(ask: Ask): Promise<Answer> {
  const categories = await listCategories(ask.site.database.read)
  const draft = { parent: ask.query['parent'] ?? '', code: '', nameZh: '', nameEn: '' }
  return { page: <CategoryPage reader={ask.reader} categories={categories} draft={draft} /> }
}

async function saveNew(ask: Ask): Promise<Answer> {
  const categories = await listCategories(ask.site.database.read)
  const word = (name: keyof CategoryDraft): string => field(ask, name).trim()
  const draft: CategoryDraft = { parent: word('parent'), code: word('code'), nameZh: word('nameZh'), nameEn: word('nameEn') }
  const { parent, ...names } = draft
  // At the end of its siblings.
  const position = Math.max(0, ...categories.map((one) => one.position)) + 1
  const outcome = await addCategory(ask.site, actorOf(ask), { ...names, parentCode: parent || undefined, position })
  if (outcome.ok) return { redirect: href(ask.reader, '/desk/catalogue?done=category') }
  const errors = categoryErrors(ask.reader, outcome.refusals)
  return { status: 422, page: <CategoryPage reader={ask.reader} {...{ categories, draft, errors }} /> }
}
