import type { ComponentChildren, VNode } from 'preact'
import { deskSections } from './desk-sections.ts'
import { Document, cityName } from './document.tsx'
import { Mark } from './mark.tsx'
import { href, type Reader } from './reader.ts'
import { LanguageSwitch } from './shell.tsx'

export interface DeskPageProps {
  reader: Reader
  title: string
  /** The name of an entry of `deskSections`. */
  section?: string | undefined
  wide?: boolean | undefined
  hasErrors?: boolean | undefined
  children: ComponentChildren
}

/** A page of the desk, where staff work: denser than the public site, nothing in it for a person who may not use it. */
export function DeskPage({ reader, title, section, wide, hasErrors, children }: DeskPageProps): VNode {
  return (
    <Document reader={reader} title={title} kind="desk" wide={wide} hasErrors={hasErrors}>
      <header class="gk-bar">
        <a class="gk-brand" href={href(reader, '/desk')}>
          <Mark size={30} />
          <span class="gk-brand__words">
            <span class="gk-brand__city">{cityName(reader)}</span>
            <span class="gk-brand__product">{reader.t('ui.brand.desk')}</span>
          </span>
        </a>
        <div class="gk-bar__end">
          <a class="gk-bar__link" href={href(reader, '/')}>
            {reader.t('ui.desk.public-site')}
          </a>
          <LanguageSwitch reader={reader} />
          <PersonMenu reader={reader} />
        </div>
      </header>
      <div class={reader.person ? 'gk-desk' : 'gk-desk gk-desk--alone'}>
        {reader.person ? <DeskNavigation reader={reader} section={section} /> : null}
        <main id="main" class="gk-main">
          {children}
        </main>
      </div>
    </Document>
  )
}

/** On a phone the sections fold behind one link, which opens them without script: they are shown while they are the page's target. */
function DeskNavigation({ reader, section }: { reader: Reader; section: string | undefined }) {
  const groups = deskSections
    .map((group) => ({ ...group, items: group.items.filter((item) => item.may.some((action) => reader.may(action))) }))
    .filter((group) => group.items.length > 0)
  const here = groups.flatMap((group) => group.items).find((item) => item.section === section)
  return (
    <nav class="gk-desknav" id="sections" aria-label={reader.t('ui.desk.nav.label')}>
      <p class="gk-desknav__fold">
        <a class="gk-desknav__open" href="#sections">
          {reader.t('ui.desk.nav.open')}
        </a>
        <a class="gk-desknav__close" href="#main">
          {reader.t('ui.desk.nav.close')}
        </a>
        {here === undefined ? null : <span class="gk-desknav__here">{reader.t(here.word)}</span>}
      </p>
      <ul class="gk-desknav__groups">
        {groups.map((group) => (
          <li class="gk-desknav__group">
            <span class="gk-desknav__name">{reader.t(group.word)}</span>
            <ul class="gk-desknav__list">
              {group.items.map((item) => (
                <li>
                  <a class="gk-desknav__link" href={href(reader, item.path)} aria-current={item.section === section ? 'page' : undefined}>
                    {reader.t(item.word)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PersonMenu({ reader }: { reader: Reader }) {
  const person = reader.person
  if (!person) return null
  return (
    <details class="gk-person">
      <summary class="gk-person__button">
        <span class="gk-initials" aria-hidden="true">
          {person.initials}
        </span>
        <span class="gk-person__name">{person.name}</span>
      </summary>
      <div class="gk-person__sheet">
        <p class="gk-person__full">{person.name}</p>
        <ul class="gk-person__posts">
          {person.posts.map((post) => (
            <li>{post}</li>
          ))}
        </ul>
        <p>
          <a href={href(reader, '/desk/account')}>{reader.t('ui.desk.me')}</a>
        </p>
        <form method="post" action={href(reader, '/desk/sign-out')}>
          <input type="hidden" name="_token" value={person.token} />
          <button class="govuk-button govuk-button--secondary" type="submit">
            {reader.t('ui.desk.sign-out')}
          </button>
        </form>
      </div>
    </details>
  )
}
