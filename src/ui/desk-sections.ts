import type { Action } from '../kernel/policy.ts'
import type { WordKey } from '../kernel/words.ts'

export interface DeskSection {
  section: string
  path: string
  word: WordKey
  /** The actions of the policy of which any opens this entry. */
  may: readonly Action[]
}

/** What the navigation of the desk may show, in groups; a person sees what the policy opens to them. */
export const deskSections: { word: WordKey; items: DeskSection[] }[] = [
  {
    word: 'ui.desk.nav.work',
    items: [
      { section: 'home', path: '/desk', word: 'ui.desk.nav.home', may: ['desk.read'] },
      { section: 'tasks', path: '/desk/tasks', word: 'ui.desk.nav.tasks', may: ['tasks.read'] },
      { section: 'applications', path: '/desk/applications', word: 'ui.desk.nav.applications', may: ['applications.read'] },
      {
        section: 'reviews',
        path: '/desk/reviews',
        word: 'ui.desk.nav.reviews',
        may: ['documents.review', 'documents.secrecy', 'documents.sign'],
      },
      { section: 'coordination', path: '/desk/coordination', word: 'ui.desk.nav.coordination', may: ['coordination.read'] },
      { section: 'documents', path: '/desk/documents', word: 'ui.desk.nav.documents', may: ['documents.read'] },
      { section: 'kept', path: '/desk/kept', word: 'ui.desk.nav.kept', may: ['documents.read'] },
      { section: 'clarifications', path: '/desk/clarifications', word: 'ui.desk.nav.clarifications', may: ['clarifications.read'] },
      { section: 'reports', path: '/desk/reports', word: 'ui.desk.nav.reports', may: ['reports.read'] },
      { section: 'materials', path: '/desk/materials', word: 'ui.desk.nav.materials', may: ['tasks.read'] },
    ],
  },
  {
    word: 'ui.desk.nav.watch',
    items: [
      { section: 'overview', path: '/desk/overview', word: 'rounds.overview.title', may: ['reports.overview'] },
      { section: 'board', path: '/desk/board', word: 'ui.desk.nav.board', may: ['board.read'] },
      { section: 'figures', path: '/desk/figures', word: 'ui.desk.nav.figures', may: ['figures.read'] },
      { section: 'findings', path: '/desk/findings', word: 'supervision.nav.findings', may: ['findings.read'] },
      { section: 'searches', path: '/desk/searches', word: 'ui.desk.nav.searches', may: ['searches.read'] },
      { section: 'saved', path: '/desk/saved', word: 'ui.desk.nav.saved', may: ['searches.keep'] },
      { section: 'followers', path: '/desk/followers', word: 'ui.desk.nav.followers', may: ['subscriptions.read'] },
    ],
  },
  {
    word: 'ui.desk.nav.office',
    items: [
      { section: 'catalogue', path: '/desk/catalogue', word: 'ui.desk.nav.catalogue', may: ['catalogue.read'] },
      { section: 'channels', path: '/desk/channels', word: 'ui.desk.nav.channels', may: ['channels.read'] },
      { section: 'calendar', path: '/desk/calendar', word: 'ui.desk.nav.calendar', may: ['calendars.read'] },
      { section: 'units', path: '/desk/units', word: 'ui.desk.nav.units', may: ['units.read'] },
      { section: 'people', path: '/desk/people', word: 'ui.desk.nav.people', may: ['people.read'] },
    ],
  },
  {
    word: 'ui.desk.nav.house',
    items: [
      { section: 'systems', path: '/desk/systems', word: 'ui.desk.nav.systems', may: ['systems.read'] },
      { section: 'imports', path: '/desk/imports', word: 'ui.desk.nav.imports', may: ['imports.read'] },
      { section: 'record', path: '/desk/record', word: 'ui.desk.nav.record', may: ['record.read'] },
      { section: 'work', path: '/desk/work', word: 'ui.desk.nav.jobs', may: ['work.read'] },
    ],
  },
]
