import type { Sample } from './sample.ts'
import type { Stages } from './stages.ts'

/** What programs read, and files: that it is there is enough. */
export function plainSamples({ draft, released }: Stages, fileId: number | undefined, copyId: number | undefined): Record<string, Sample> {
  const asIs = [
    '/healthz',
    '/readyz',
    '/verify.py',
    '/promises.csv',
    '/promises/chart.svg',
    '/sitemap.xml',
    '/robots.txt',
    '/opensearch.xml',
    '/api/openapi.json',
  ]
  const lists = ['documents', 'units', 'catalogue', 'promises']
  const api = [
    '/api/v1/changes',
    '/api/v1/figures',
    '/api/v1/reports',
    '/api/v1/applications/statistics',
    ...lists.flatMap((list) => [`/api/v1/${list}`, `/api/v1/${list}.csv`]),
  ]
  const feeds = Object.fromEntries(
    ['xml', 'json'].flatMap((form) => [
      [`/feed.${form}`, { path: `/feed.${form}` }],
      [`/latest/feed.${form}`, { path: `/latest/feed.${form}?unit=emergency` }],
      [`/search/feed.${form}`, { path: `/search/feed.${form}?q=%E5%AE%89%E5%85%A8` }],
      [`/units/:code/feed.${form}`, { path: `/units/emergency/feed.${form}` }],
      [`/catalogue/:code/feed.${form}`, { path: `/catalogue/policies/feed.${form}` }],
    ]),
  )
  return {
    ...Object.fromEntries([...asIs, ...api].map((path) => [path, { path }])),
    ...Object.fromEntries(['xlsx', 'csv'].map((kind) => [`/catalogue/export.${kind}`, { path: `/catalogue/export.${kind}` }])),
    ...Object.fromEntries(
      ['xlsx', 'csv'].map((kind) => [`/desk/catalogue/export.${kind}`, { path: `/desk/catalogue/export.${kind}`, as: 'linxiao' }]),
    ),
    '/desk/figures/sheet/empty': { path: '/desk/figures/sheet/empty', as: 'linxiao' },
    '/documents': { path: '/documents', status: 301 },
    // Papers and files of a case are for whoever has opened it: everybody else is asked for number and code.
    '/track/files/:file': { path: '/track/files/1', status: 303 },
    '/track/notices/:event/paper.pdf': { path: '/track/notices/1/paper.pdf', status: 303 },
    '/track/notices/:event/paper.docx': { path: '/track/notices/1/paper.docx', status: 303 },
    '/track/letters/:letter/paper.pdf': { path: '/track/letters/1/paper.pdf', status: 303 },
    '/track/letters/:letter/paper.docx': { path: '/track/letters/1/paper.docx', status: 303 },
    '/desk/board.csv': { path: '/desk/board.csv', as: 'suwen' },
    '/search/suggest': { path: '/search/suggest?q=%E5%BA%94%E6%80%A5' },
    ...feeds,
    '/sitemaps/:part': { path: '/sitemaps/pages.xml' },
    '/api/v1/documents/*': { path: `/api/v1/documents/${released.indexNumber}` },
    '/api/v1/units/:code': { path: '/api/v1/units/emergency' },
    '/api/v1/duties/:code': { path: '/api/v1/duties/normative-documents' },
    '/api/v1/calendar/:year': { path: '/api/v1/calendar/2026' },
    '/api/v1/figures/:code/records': { path: '/api/v1/figures/applications-concluded/records?limit=5' },
    '/api/v1/reports/annual/:year': { path: '/api/v1/reports/annual/2025?unit=emergency' },
    '/api/v1/clock': { path: '/api/v1/clock?days=20&start=2025-09-28' },
    '/files/:documentId/:fileId/:name': { path: `/files/${released.id}/${fileId}/list.txt` },
    '/desk/documents/:id/files/:fileId/original': { path: `/desk/documents/${draft.id}/files/${copyId}/original`, as: 'linxiao' },
    '/desk/documents/:id/files/:fileId': { path: `/desk/documents/${released.id}/files/${fileId}`, as: 'linxiao' },
    '/desk/findings.csv': { path: '/desk/findings.csv', as: 'suwen' },
  }
}
