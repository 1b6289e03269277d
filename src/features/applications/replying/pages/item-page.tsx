import type { VNode } from 'preact'
import type { WordKey } from '../../../../kernel/words.ts'
import { CheckboxesField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { SelectField, TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button } from '../../../../ui/govuk/index.ts'
import { Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import type { DeskCase } from '../../cases/read-desk-case.ts'
import { leavesOf } from '../../cases/leaves-of.ts'
import { ItemFiles } from './item-files.tsx'
import { leafByCode, type Leaf } from '../../law/leaf.ts'
import { outcomes } from '../../load-outcomes.ts'
import { said } from '../../said.ts'
import type { DecisionText } from '../decide-item.ts'
import type { ItemView } from '../read-decisions.ts'

export interface ItemPageProps {
  reader: Reader
  view: DeskCase
  one: ItemView
  typed: DecisionText
  once: string
  errors: FieldError[]
  /** Earlier decisions of this unit under the same outcome. */
  earlier: readonly { ref: string; number: string; ground: string }[]
}

/** What is decided about one requested item: the outcome, its ground and facts, what the outcome asks for, and the documents. */
export function ItemPage(props: ItemPageProps): VNode {
  const { reader, view, one, typed, once, errors, earlier } = props
  const { application } = view
  const title = reader.t('applications.item.title', { n: one.item.position })
  const home = `/desk/applications/${application.ref}`
  const leaf = leafByCode(outcomes, typed.leaf)
  const shared = { reader, errors }
  const area = (name: keyof DecisionText & ('ground' | 'facts' | 'harm' | 'discretion' | 'search' | 'pointer'), rows: number) => (
    <TextareaField
      {...shared}
      name={name}
      label={reader.t(`applications.item.${name}`)}
      hint={reader.t(`applications.item.${name}-hint` as WordKey)}
      value={typed[name]}
      rows={rows}
      optional={!isNeeded(leaf, name)}
    />
  )
  return (
    <DeskPage reader={reader} title={title} section="applications" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: reader.t('applications.list.title'), href: href(reader, '/desk/applications') },
          { label: application.number, href: href(reader, home) },
          { label: title },
        ]}
      />
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={application.number}>{title}</Heading>
      <Lead>{one.item.words}</Lead>
      {application.kind === 'correction' ? null : (
        <p>
          <a href={href(reader, `${home}/guide/${one.item.id}`)}>{reader.t('applications.item.guide')}</a>
        </p>
      )}
      <Form reader={reader} action={`${home}/items/${one.item.id}`} once={once} keep>
        <input type="hidden" name="version" value={String(application.version)} />
        <SelectField
          {...shared}
          name="leaf"
          label={reader.t('applications.item.leaf')}
          hint={reader.t('applications.item.leaf-hint')}
          value={typed.leaf}
          options={leafOptions(reader, view)}
        />
        <CheckboxesField
          {...shared}
          name="withheld"
          label={reader.t('applications.item.withheld')}
          hint={reader.t('applications.item.withheld-hint')}
          values={typed.withheld}
          optional
          choices={withholding(view).map((one) => ({ value: one.code, label: said(reader, one, 'label') }))}
        />
        {area('facts', 4)}
        {area('ground', 4)}
        {area('harm', 2)}
        {area('discretion', 2)}
        {area('search', 2)}
        {area('pointer', 2)}
        <Actions>
          <Button text={reader.t('applications.item.save')} />
          <a href={href(reader, home)}>{reader.t('applications.deed.leave')}</a>
        </Actions>
      </Form>
      <EarlierDecisions reader={reader} earlier={earlier} />
      <ItemFiles {...{ reader, view, one, errors }} />
    </DeskPage>
  )
}

/** How this unit decided before under the same outcome. Draws nothing where it never did. */
function EarlierDecisions({ reader, earlier }: Pick<ItemPageProps, 'reader' | 'earlier'>): VNode | null {
  if (earlier.length === 0) return null
  return (
    <>
      <Heading level={2}>{reader.t('applications.item.earlier')}</Heading>
      <ul>
        {earlier.map((decision) => (
          <li>
            <a href={href(reader, `/desk/applications/${decision.ref}`)}>{decision.number}</a> · {decision.ground}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Does the outcome that is chosen ask for this text? */
function isNeeded(leaf: Leaf | undefined, name: string): boolean {
  if (leaf === undefined) return name === 'ground' || name === 'facts'
  if (name === 'pointer') return leaf.pointer?.isNeeded === true
  return leaf.needs.some((need) => need === name)
}

function leafOptions(reader: Reader, view: DeskCase) {
  const leaves = leavesOf(view.application)
  return [
    { value: '', label: reader.t('applications.choose') },
    ...leaves.map((leaf) => ({ value: leaf.code, label: `${leaf.code} · ${said(reader, leaf, 'label')}` })),
  ]
}

function withholding(view: DeskCase): Leaf[] {
  return leavesOf(view.application).filter((leaf) => leaf.group === 'withheld')
}
