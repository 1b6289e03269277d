// The clock of a case: dates of many cases on one core, as after a change of the calendar, and whole clocks with their tables of days.
// Set against counting the same terms day by day. One round is every whole case of the pack, moved along the calendar.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge, median, table, title } from './measure.mjs'
import { root, runCommand } from './program.mjs'

const total = Number(process.env['CASES'] ?? 50_000)
const rounds = 5
const at = (path) => import(join(root, 'dist/src', path))

title('The clock of a case')
await runCommand(['help']) // compiles, if need be
const { caseClock, caseDates } = await at('kernel/case/index.js')
const { count } = await at('kernel/clock.js')
const { addDays, isDay } = await at('kernel/day.js')
const { loadPack } = await at('platform/pack.js')
const { calendar, choices, editions } = loadPack()

const cases = makeCases()
const ways = {
  'one term, counted day by day': ({ edition, startOn }) => count(edition.reply.term, startOn, calendar),
  'dates of a case': ({ edition, events }) => caseDates(edition, events, calendar, choices),
  'dates with the table of days': ({ edition, events }) => caseClock(edition, events, calendar, choices),
}
const rates = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  // The first round warms up and is thrown away.
  for (const [name, way] of Object.entries(ways)) {
    const rate = rateOf(way)
    if (round > 0) rates[name].push(rate)
  }
}

const base = median(rates['one term, counted day by day'])
const rows = Object.entries(rates).map(([name, list]) => [name, Math.round(median(list)), (median(list) / base).toFixed(2)])
table(['', 'cases per second', 'x one term'], rows)
console.log(`Medians of ${rounds} rounds of ${total} cases, interleaved, by processor time of this one process.\n`)
const rate = median(rates['dates of a case'])
judge('dates of cases per second', rate, 20_000, '', rate >= 20_000)

/** Every whole case of the pack, once per day of shift until there are enough; a shift keeps the days of a case in their order. */
function makeCases() {
  const whole = ['cases-2007.json', 'cases-2019.json'].flatMap((file) =>
    JSON.parse(readFileSync(join(root, 'packs/cn/cases', file), 'utf8')),
  )
  return Array.from({ length: total }, (_, index) => {
    const { edition: id, events } = whole[index % whole.length]
    const shift = Math.floor(index / whole.length) % 60
    const moved = events.map((event) =>
      Object.fromEntries(
        Object.entries(event).map(([field, value]) => [field, typeof value === 'string' && isDay(value) ? addDays(value, shift) : value]),
      ),
    )
    return { edition: editions.find((edition) => edition.id === id), events: moved, startOn: moved[0].arrivedOn }
  })
}

function rateOf(way) {
  const before = process.cpuUsage()
  for (const each of cases) way(each)
  const { user, system } = process.cpuUsage(before)
  return (cases.length / (user + system)) * 1e6
}
