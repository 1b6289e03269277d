import type { Route } from '../../platform/http/route.ts'
import { calculatorRoutes } from './calculator/routes-calculator.tsx'
import { caseRoutes } from './cases/routes-cases.tsx'
import { deedRoutes } from './deeds/routes-deeds.tsx'
import { errandRoutes } from './errands/routes-errands.tsx'
import { counterRoutes } from './intake/routes-counters.tsx'
import { intakeRoutes } from './intake/routes-intake.tsx'
import { mailboxRoutes } from './mailroom/routes-mailboxes.tsx'
import { mailRoutes } from './mailroom/routes-mail.tsx'
import { noticeRoutes } from './notices/routes-notices.ts'
import { personRoutes } from './persons/routes-persons.tsx'
import { publicRoutes } from './public/routes.ts'
import { registerRoutes } from './register/routes.tsx'
import { guideRoutes } from './replying/routes-guide.tsx'
import { itemRoutes } from './replying/routes-items.tsx'
import { replyRoutes } from './replying/routes-reply.tsx'

/** Every address of applications for information. */
export const routes: readonly Route[] = [
  ...publicRoutes,
  ...calculatorRoutes,
  ...registerRoutes,
  ...intakeRoutes,
  ...counterRoutes,
  ...errandRoutes,
  ...mailRoutes,
  ...mailboxRoutes,
  ...personRoutes,
  ...guideRoutes,
  ...itemRoutes,
  ...replyRoutes,
  ...noticeRoutes,
  ...deedRoutes,
  ...caseRoutes,
]
