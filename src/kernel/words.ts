/* The words of every slice; a key that is not in them is a compile error. */
import type account from '../../locales/en/account.json'
import type accounts from '../../locales/en/accounts.json'
import type apply from '../../locales/en/apply.json'
import type applications from '../../locales/en/applications.json'
import type board from '../../locales/en/board.json'
import type api from '../../locales/en/api.json'
import type applicationsBoard from '../../locales/en/applications.board.json'
import type applicationsFigures from '../../locales/en/applications.figures.json'
import type applicationsMail from '../../locales/en/applications.mail.json'
import type applicationsHandling from '../../locales/en/applications.handling.json'
import type applicationsRegister from '../../locales/en/applications.register.json'
import type bulletin from '../../locales/en/bulletin.json'
import type calendars from '../../locales/en/calendars.json'
import type caseclock from '../../locales/en/caseclock.json'
import type catalogue from '../../locales/en/catalogue.json'
import type channels from '../../locales/en/channels.json'
import type checks from '../../locales/en/checks.json'
import type circular from '../../locales/en/circular.json'
import type clarifications from '../../locales/en/clarifications.json'
import type clock from '../../locales/en/clock.json'
import type commands from '../../locales/en/commands.json'
import type desk from '../../locales/en/desk.json'
import type files from '../../locales/en/files.json'
import type journal from '../../locales/en/journal.json'
import type organisations from '../../locales/en/organisations.json'
import type platform from '../../locales/en/platform.json'
import type portal from '../../locales/en/portal.json'
import type publishing from '../../locales/en/publishing.json'
import type searches from '../../locales/en/searches.json'
import type supervision from '../../locales/en/supervision.json'
import type rounds from '../../locales/en/rounds.json'
import type reports from '../../locales/en/reports.json'
import type release from '../../locales/en/release.json'
import type summary from '../../locales/en/summary.json'
import type subscriptions from '../../locales/en/subscriptions.json'
import type text from '../../locales/en/text.json'
import type ui from '../../locales/en/ui.json'

type AllWords = typeof account &
  typeof accounts &
  typeof apply &
  typeof applications &
  typeof board &
  typeof api &
  typeof applicationsBoard &
  typeof applicationsFigures &
  typeof applicationsMail &
  typeof applicationsHandling &
  typeof applicationsRegister &
  typeof bulletin &
  typeof calendars &
  typeof caseclock &
  typeof catalogue &
  typeof channels &
  typeof checks &
  typeof circular &
  typeof clarifications &
  typeof clock &
  typeof commands &
  typeof desk &
  typeof files &
  typeof journal &
  typeof organisations &
  typeof platform &
  typeof portal &
  typeof publishing &
  typeof searches &
  typeof supervision &
  typeof reports &
  typeof rounds &
  typeof release &
  typeof subscriptions &
  typeof summary &
  typeof text &
  typeof ui

/** Every key there is. */
export type WordKey = keyof AllWords

/** Turns a key into words of one language. */
export type Translate = (key: WordKey, params?: Record<string, string | number>) => string
