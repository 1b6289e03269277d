import { enterFigure } from '../../src/features/reports/entered/enter-figure.ts'
import { periodFrom } from '../../src/features/reports/figures/period.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, type Cast } from './given.ts'
import { openPages, type Sample } from './sample.ts'

/** The account and figures: counted, reported by hand, struck, empty, of a unit and of the city, over a year and over a month. */
export async function reportSamples(site: Site, cast: Cast & { unit: Unit }): Promise<Record<string, Sample[]>> {
  await givenEntry(site, cast, cast.unit)
  const desk = (as: string, ...paths: string[]): Sample[] => paths.map((path) => ({ path: `/desk/figures${path}`, as }))
  return {
    '/account': [
      ...openPages('/account', '/account?period=2026-Q3', '/account?unit=emergency'),
      { path: '/account?period=2027', status: 404 },
    ],
    '/account/:figure': openPages(
      ...[
        'documents-released',
        'documents-released?unit=emergency&period=2026-11',
        'documents-waiting',
        'tasks-due',
        'applications-received?by=channel&part=online',
      ].map((figure) => `/account/${figure}`),
      ...['applications-concluded', 'reconsiderations', 'departments', 'lines', 'phone-enquiries', 'complaints'].map(
        (figure) => `/account/${figure}`,
      ),
    ),
    '/desk/figures': [...desk('linxiao', '', '?period=2026-10'), ...desk('suwen', '', '?unit=guxian')],
    '/desk/figures/:figure': [
      ...desk('linxiao', '/applications-received', '/documents-entered?period=1999', '/phone-enquiries?period=2026-Q1', '/complaints'),
      ...desk('suwen', '/documents-released', '/tasks-overdue', '/applications-concluded?unit=emergency&period=2026-Q3'),
    ],
    '/desk/figures/enter': [...desk('linxiao', '/enter'), ...desk('suwen', '/enter?unit=guxian&period=2026-Q3&figure=trainings')],
  }
}

/** What programs read of them. */
export const reportPlain: Record<string, Sample> = {
  '/account/:figure/records.csv': { path: '/account/documents-released/records.csv' },
  '/account/:figure/months.csv': { path: '/account/documents-released/months.csv' },
  '/account/:figure/chart.svg': { path: '/account/documents-released/chart.svg?narrow=yes' },
  '/desk/figures/:figure/records.csv': { path: '/desk/figures/applications-received/records.csv', as: 'linxiao' },
  '/desk/figures/:figure/months.csv': { path: '/desk/figures/applications-received/months.csv', as: 'linxiao' },
  '/desk/figures/:figure/chart.svg': { path: '/desk/figures/applications-received/chart.svg', as: 'linxiao' },
}

/** A number of a unit that stands, entered over one that was struck; its id. */
export async function givenEntry(site: Site, { writer }: Cast, unit: Unit): Promise<number> {
  const enter = async (value: string) =>
    must(
      await enterFigure(site, writer, {
        ...{ unitId: unit.id, figure: 'phone-enquiries', span: periodFrom(`${site.today().slice(0, 4)}-Q1`), value },
        ...{ evidence: '来电登记表，存值班室', isAtLeast: true, decimals: 0 },
      }),
    )
  await enter('1,204')
  const { id } = await enter('1,206')
  return id
}
