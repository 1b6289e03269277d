export { readTableFacts } from './figures/facts.ts'
export { readApplicationTodos } from './register/read-application-todos.ts'
export { registerRoutes } from './register/routes.tsx'
export { warnPeople } from './warnings/warn-people.ts'
