import { classes, more, type Attributes } from './attributes.ts'
import { say, type Absent, type Content } from './content.ts'
import { Tag, type TagProps } from './tag.tsx'

export interface TaskListProps {
  items: (Task | Absent)[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}

export interface Task {
  title: Content & { classes?: string }
  hint?: Content
  /** How far the task is, as a tag or as words. */
  status: Content & { tag?: TagProps; classes?: string }
  href?: string
  classes?: string
}

/** What is to be done, and how far each task is. */
export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix || 'task-list'
  return (
    <ul class={classes('govuk-task-list', props.classes)} {...more(props.attributes)}>
      {props.items.map((task, index) => task && <TaskItem task={task} id={`${prefix}-${index + 1}`} />)}
    </ul>
  )
}

function TaskItem({ task, id }: { task: Task; id: string }) {
  const { title, hint, status } = task
  return (
    <li class={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classes('govuk-link govuk-task-list__link', title.classes)}
            href={task.href}
            aria-describedby={classes(hint && `${id}-hint`, `${id}-status`)}
          >
            {say(title)}
          </a>
        ) : (
          <div class={title.classes || undefined}>{say(title)}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {say(hint)}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', status.classes)} id={`${id}-status`}>
        {status.tag ? <Tag {...status.tag} /> : say(status)}
      </div>
    </li>
  )
}
