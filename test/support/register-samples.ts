import { openPages, type Sample } from './sample.ts'

/** The register of applications, the office's board of it, and the public figures, in every state that looks different. */
export const registerPages: Record<string, Sample[]> = {
  '/desk/applications': [
    ...['', '?view=all', '?view=open', '?view=ended&timing=late', '?view=all&text=nothing-like-this'].map((query) => ({
      path: `/desk/applications${query}`,
      as: 'linxiao',
    })),
    { path: '/desk/applications?view=overdue', as: 'suwen' },
  ],
  '/desk/applications/ledger': [
    { path: '/desk/applications/ledger', as: 'linxiao' },
    { path: '/desk/applications/ledger?unit=emergency&year=2026', as: 'linxiao' },
    { path: '/desk/applications/ledger?unit=emergency&year=2010', as: 'linxiao' },
  ],
  '/desk/applications/board': [{ path: '/desk/applications/board', as: 'suwen' }],
  '/applications': openPages('/applications', '/applications?year=2025'),
}

/** What programs read of them. */
export const registerPlain: Record<string, Sample> = {
  '/desk/applications/ledger.pdf': { path: '/desk/applications/ledger.pdf?unit=emergency&year=2026', as: 'linxiao' },
  '/desk/applications.csv': { path: '/desk/applications.csv?view=all', as: 'linxiao' },
  '/desk/applications/deadlines.ics': { path: '/desk/applications/deadlines.ics', as: 'linxiao' },
  '/applications.csv': { path: '/applications.csv' },
  '/applications/chart.svg': { path: '/applications/chart.svg' },
}
