import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent, type Content } from './content.ts'

export interface LanguageNavigationProps {
  items?: (LanguageItem | Absent)[]
  ariaLabel?: string
  classes?: string
  attributes?: Attributes
}

export interface LanguageItem extends Content {
  href?: string
  /** The language that the link is written in, and leads to unless `hrefLang` says otherwise. */
  lang?: string
  hrefLang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  current?: boolean
  languageDescriptionText?: string
  classes?: string
  attributes?: Attributes
}

/** This page in other languages, each named in its own. */
export function LanguageNavigation(props: LanguageNavigationProps) {
  return (
    <nav class={classes('govuk-language-navigation', props.classes)} aria-label={props.ariaLabel ?? 'Language'} {...more(props.attributes)}>
      <ul class="govuk-language-navigation__list">
        {props.items?.map((item) => item && <li class="govuk-language-navigation__list-item">{drawItem(item)}</li>)}
      </ul>
    </nav>
  )
}

function drawItem(item: LanguageItem) {
  const shared = { lang: item.lang || undefined, dir: item.dir || undefined, ...more(item.attributes) }
  if (item.current || !item.href) {
    return (
      <span class={classes('govuk-language-navigation__text', item.classes)} aria-current="true" {...shared}>
        {say(item)}
      </span>
    )
  }
  return (
    <a
      class={classes('govuk-language-navigation__link', item.classes)}
      href={item.href}
      rel="alternate"
      hreflang={item.hrefLang || item.lang || undefined}
      {...shared}
    >
      {say(item)}
      {item.languageDescriptionText && <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>}
    </a>
  )
}
