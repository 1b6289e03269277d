import type { Db } from '../../../platform/database/index.ts'
import { isMailAddress, queueMail } from '../../../platform/mail/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Person } from './person.ts'

export type News = 'password-changed' | 'password-issued' | 'second-factor-on' | 'second-factor-off'

/** Queues a mail about a change of somebody's way to sign in, in both languages, where they have an address that can be used. It holds no secret. */
export async function tellPerson(site: Site, db: Db, person: Person, news: News): Promise<void> {
  if (!isMailAddress(person.email)) return
  const say = (lang: 'zh' | 'en', part: 'subject' | 'text'): string =>
    site.words[lang](`accounts.mail.${news}.${part}`, {
      name: lang === 'zh' ? person.nameZh : person.nameEn,
      city: lang === 'zh' ? site.city.nameZh : site.city.nameEn,
      address: `${site.config.baseUrl}/${lang}/desk/account`,
    })
  await queueMail(db, {
    to: { name: person.nameZh, address: person.email },
    subject: `${say('zh', 'subject')} / ${say('en', 'subject')}`,
    text: `${say('zh', 'text')}\n\n${say('en', 'text')}\n`,
  })
}
