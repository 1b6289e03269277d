import type { StoredDocument } from '../../src/features/publishing/index.ts'
import type { givenChannels } from './channels.ts'
import { openPages, type Sample } from './sample.ts'

type Channels = Awaited<ReturnType<typeof givenChannels>>

/** Carriers: the register, what hangs there, gazettes and screens. */
export function channelSamples(
  { column, screen, gazette, posting, draft, printed }: Channels,
  released: StoredDocument,
): Record<string, Sample[]> {
  const desk = (...paths: string[]): Sample[] => paths.map((path) => ({ path, as: 'linxiao' }))
  const at = (code: string): string => `/desk/channels/${code}`
  return {
    '/desk/channels': desk('/desk/channels', '/desk/channels?view=overdue', '/desk/channels?unit=nothing'),
    '/desk/channels/new': [...desk('/desk/channels/new'), { path: '/desk/channels/new', as: 'suwen' }],
    '/desk/channels/:code': desk(at(column.code), at(screen.code), at(gazette.code)),
    '/desk/channels/:code/edit': desk(`${at(column.code)}/edit`),
    '/desk/channels/:code/post': desk(`${at(column.code)}/post`, `${at(column.code)}/post?document=${released.indexNumber}`),
    '/desk/channels/:code/issues/new': desk(`${at(gazette.code)}/issues/new`),
    '/desk/postings/:id': desk(`/desk/postings/${posting?.id}`),
    '/desk/issues/:id': desk(`/desk/issues/${draft.id}`, `/desk/issues/${printed.id}`),
    '/channels': openPages('/channels', '/channels?unit=emergency'),
    '/channels/:code': openPages(`/channels/${column.code}`, `/channels/${screen.code}`, `/channels/${gazette.code}`),
    '/gazettes': openPages('/gazettes'),
    '/gazettes/:code/:issue': openPages(`/gazettes/${gazette.code}/2026-1`),
    '/screen/:code': openPages(`/screen/${screen.code}`, `/screen/${screen.code}?page=1`),
    '/scripts/*': openPages(`/scripts/${released.indexNumber}`),
  }
}

/** What is set for paper, and photos that are not there. */
export function printSamples({ column, gazette, posting }: Channels, released: StoredDocument): Record<string, Sample> {
  const forms = ['a4', 'a3', 'script']
  return {
    ...Object.fromEntries(forms.map((form) => [`/print/${form}/*`, { path: `/print/${form}/${released.indexNumber}` }])),
    '/print/gazettes/:code/:issue': { path: `/print/gazettes/${gazette.code}/2026-1` },
    '/channels/:code/photo': { path: `/channels/${column.code}/photo`, status: 404 },
    '/postings/:id/photo': { path: `/postings/${posting?.id}/photo`, status: 404 },
    '/desk/postings/:id/proof': { path: `/desk/postings/${posting?.id}/proof`, as: 'linxiao', status: 404 },
  }
}
