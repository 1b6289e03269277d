import type { ComponentChildren, VNode } from 'preact'

export interface Todo {
  title: string
  href: string
  note?: ComponentChildren
  /** Usually a `DueDate`. */
  due?: ComponentChildren
  /** The one next act; it leads where the work is done. */
  act: { label: string; href: string }
}

/** What this person must do, the nearest deadline first, each with its one next act. */
export function TodoList({ todos }: { todos: Todo[] }): VNode {
  return (
    <ul class="gk-todo">
      {todos.map((todo) => (
        <li class="gk-todo__thing">
          <span>
            <a class="gk-todo__title" href={todo.href}>
              {todo.title}
            </a>
            {todo.note ? <span class="gk-todo__note">{todo.note}</span> : null}
          </span>
          <span>{todo.due}</span>
          <a class="govuk-button govuk-button--secondary" href={todo.act.href}>
            {todo.act.label}
            <span class="govuk-visually-hidden">: {todo.title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
