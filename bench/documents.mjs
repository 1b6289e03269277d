// Many published documents in little time: titles and texts are put together by the database from a few thousand pieces whose words were
// cut by the program itself, so that the index is the same as if each had been released. The same numbers give the same documents.
import { join } from 'node:path'
import { root } from './program.mjs'

const at = (path) => import(join(root, 'dist/src', path))
const halves = 3000
const titleParts = 4000
const years = 12

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

// The commonest characters and words stand first, as they do in such texts.
const characters =
  '政府公开信息管理工作单位服务规定通知办法实施意见关于市县区镇村民生安全生产应急预案防汛消防检查监督责任落实制度建设项目资金财政预算决算收费标准行政许可处罚复议诉讼申请答复审查保密公示公告招标采购土地征收补偿安置住房保障医疗保险养老教育就业环境保护水利交通农业林业统计审计人事任免会议领导分工年度报告计划总结方案规划目录指南流程窗口热线投诉举报信访咨询听证评议考核整改问题措施时限依据内容形式范围主体渠道载体档案'
const common = ['信息公开', '政府', '单位', '工作', '管理', '通知', '服务', '规定']
const english =
  'notice plan report budget public information government office service guide fee list land water road safety fire flood health school pension housing permit review complaint hearing record village town county bureau annual measures'.split(
    ' ',
  )

/** A list of words by frequency: Han words of two to four characters, and one in six of another script. */
function vocabularyOf(random) {
  const letters = Array.from(characters)
  const han = () =>
    Array.from({ length: 2 + Math.floor(random() * 2.3) }, () => letters[Math.floor(random() ** 1.6 * letters.length)]).join('')
  const latin = () => english[Math.floor(random() * english.length)] + (random() < 0.7 ? '' : String.fromCharCode(97 + random() * 26))
  return [...common, ...Array.from({ length: 20_000 }, () => (random() < 1 / 6 ? latin() : han()))]
}

/** A word by Zipf's law: the hundredth is a hundred times rarer than the first. */
const drawn = (random, words) => words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? words[0]

function sentences(random, words, length) {
  let text = ''
  while (text.length < length) {
    const sentence = Array.from({ length: 6 + Math.floor(random() * 8) }, () => drawn(random, words))
    text += sentence.map((word) => (/[a-z]/.test(word) ? ` ${word} ` : word)).join('') + '。'
  }
  return text
}

/** Fills a migrated database with a city and `count` documents. `client` owns the database; `site` is over it. */
export async function fill(client, site, count) {
  const { units, duties, person } = await city(site)
  const random = chance(7)
  const words = vocabularyOf(random)
  await client.query(`create unlogged table public.half (n int primary key, text text, words tsvector);
    create unlogged table public.part (n int primary key, text text, words tsvector)`)
  const madeLater = await dropIndexes(client)
  await pieces(client, 'half', halves, () => sentences(random, words, 330), 'body')
  await pieces(client, 'part', titleParts, () => Array.from({ length: 3 }, () => drawn(random, words)).join(''), 'title')
  await client.query(
    `create unlogged table public.place as select * from jsonb_to_recordset($1::jsonb) as p (n int, unit_id bigint, unit_path text,
    category_id bigint, category_path text, duty_id bigint, filters text[], scopes text[])`,
    [JSON.stringify(await placesOf(units, duties))],
  )
  await client.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`)
  // Every row is made to fit, so that nobody need look each one up again; a server that allows it only to its own superuser looks.
  await client.query('set session_replication_role = replica').catch(() => undefined)
  const step = 20_000
  for (let from = 1; from <= count; from += step)
    await documents(client, from, Math.min(count, from + step - 1), count, person, units.length)
  for (const definition of madeLater) await client.query(definition)
  await client.query(
    `insert into publishing.duty_count select duty_id, count(*) from publishing.search_entry group by duty_id on conflict do nothing`,
  )
  await client.query('vacuum analyze')
  return { words }
}

/** Takes away the indexes that are made faster when all rows are there; answers how the migrations define them. */
async function dropIndexes(client) {
  const { rows } = await client.query(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'publishing' and tablename = 'search_entry'
     and indexname = any ($1)`,
    [['words', 'head', 'bands', 'title', 'latest'].map((name) => `search_entry_${name}`)],
  )
  for (const { name } of rows) await client.query(`drop index publishing.${name}`)
  return rows.map(({ definition }) => definition)
}

/** Pieces of text with the words that the program's own index makes of them. */
async function pieces(client, table, count, make, field) {
  const { searchVector } = await at('platform/search/vector.js')
  const nothing = { title: '', summary: '', keywords: '', body: '', numbers: [] }
  const texts = Array.from({ length: count }, make)
  const vectors = texts.map((text) => searchVector({ ...nothing, [field]: text }))
  await client.query(
    `insert into public.${table} select n::int - 1, text, words::tsvector from unnest($1::text[], $2::text[]) with ordinality as p (text, words, n)`,
    [texts, vectors],
  )
}

async function documents(client, from, until, count, person, units) {
  const days = years * 365
  // A prime stride spreads pieces over the documents without a pattern that two neighbours share.
  await client.query(
    `
    create temp table fresh on commit drop as
    select i, p.*, a.text || b.text as body, c.text || d.text as title, a.words || b.words as body_words, c.words || d.words as title_words,
           (date '2026-11-20' - (${days} - (i::bigint * ${days} / ${count})::int)) as published_on, (array['notice','plan','report','guide'])[1 + i % 4] as genre
    from generate_series(${from}, ${until}) as i
    join public.place p on p.n = (i::bigint * 7919) % ${units}
    join public.half a on a.n = (i::bigint * 2654435761 % 1000003) % ${halves}
    join public.half b on b.n = (i::bigint * 40503 % 999983) % ${halves}
    join public.part c on c.n = (i::bigint * 69069 % 1000003) % ${titleParts}
    join public.part d on d.n = (i::bigint * 30011 % 999979) % ${titleParts};
    insert into publishing.document (id, index_number, unit_id, duty_id, stage, standing, current_version, published_version, published_at, created_by, created_at)
      overriding system value
      select i, 'bench/' || i, unit_id, duty_id, 'released', 'published', 1, 1, published_on + time '09:00', ${person}, published_on from fresh;
    insert into publishing.version (document_id, number, attribute, audience, language, title, summary, body, genre, saved_by, saved_at)
      select i, 1, 'proactive', 'society', 'zh', title, '', body, genre, ${person}, published_on from fresh;
    insert into publishing.search_entry (document_id, unit_id, unit_path, category_id, category_path, duty_id, published_on, audience, genre, language, title, words, head, bands)
      select i, unit_id, unit_path, category_id, category_path, duty_id, published_on, 'society', genre, 'zh', title,
             body_words || title_words || f.words, title_words || f.words, array(select hashint4(i * 31 + band) from generate_series(1, 20) as band)
      from fresh, lateral (select array_to_tsvector(filters || array['@m' || to_char(published_on, 'YYYYMM'), '@y' || to_char(published_on, 'YYYY'), '@lzh', '@g' || genre]) as words) as f;
    insert into publishing.listed select scope, published_on, i from fresh, unnest(scopes) as scope`.replace(
      'create temp',
      'begin; create temp',
    ) + '; commit',
  )
}

async function city(site) {
  const { addPerson } = await at('features/accounts/index.js')
  const units = await unitsOf(site)
  const person = must(await addPerson(site, 'system', { login: 'bench', nameZh: '林晓', nameEn: 'Lin Xiao', email: '' }))
  return { units, duties: await dutiesOf(site, units), person: person.person.id }
}

async function unitsOf(site) {
  const [{ addUnit }, { profileFields }] = [await at('features/organisations/index.js'), await at('features/organisations/unit.js')]
  const profile = Object.fromEntries(profileFields.map((name) => [name, '']))
  const unit = async (n, kind, parentId) => {
    const names = { nameZh: `第${n}局`, nameEn: `Bureau ${n}`, shortZh: `第${n}局`, shortEn: `Bureau ${n}` }
    const place = { code: `unit-${n}`, kind, level: 'city', sinceOn: '2000-01-01', parentId }
    return must(await addUnit(site, 'system', { ...place, ...names, ...profile }))
  }
  const top = await unit(0, 'city')
  const units = []
  for (let n = 1; n <= 60; n++) units.push(await unit(n, 'department', top.id))
  return units
}

async function dutiesOf(site, units) {
  const { addCategory, layDownDuty } = await at('features/catalogue/index.js')
  must(await addCategory(site, 'system', { code: 'all', position: 0, nameZh: '总目录', nameEn: 'All' }))
  const shared = {
    ...{ elementsZh: '', elementsEn: '', guidanceZh: '', guidanceEn: '', basisZh: '《条例》', basisEn: 'The Regulations' },
    ...{ genre: 'notice', subject: '2', isRequired: true, audience: 'society', mode: 'proactive', sinceOn: '2020-01-01' },
    ...{ rule: { kind: 'within', days: 20, count: 'working', anchor: 'formation' }, channels: ['portal'], levels: ['city'] },
  }
  const unitIds = units.map(({ id }) => id)
  const duties = []
  for (let n = 0; n < 20; n++) {
    const name = { code: `category-${n}`, nameZh: `类目${n}`, nameEn: `Category ${n}` }
    const category = must(await addCategory(site, 'system', { ...name, parentCode: 'all', position: n }))
    const duty = { ...shared, code: `duty-${n}`, titleZh: `事项${n}`, titleEn: `Line ${n}` }
    duties.push({ ...must(await layDownDuty(site, 'system', { categoryId: category.id, unitIds, duty })), category })
  }
  return duties
}

async function placesOf(units, duties) {
  const { filterWords, scopesOf } = await at('platform/search/filter-words.js')
  return units.map((unit, n) => {
    const duty = duties[n % duties.length]
    const standing = {
      unitPath: unit.path,
      categoryPath: duty.category.path,
      dutyId: duty.id,
      publishedOn: '2026-01-01',
      genre: '',
      language: 'zh',
    }
    return {
      ...{ n, unit_id: unit.id, unit_path: unit.path, category_id: duty.category.id, category_path: duty.category.path, duty_id: duty.id },
      filters: filterWords(standing).filter((word) => /^@[ucd]/.test(word)),
      scopes: scopesOf(standing),
    }
  })
}

function must(outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
