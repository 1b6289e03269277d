export { StartFault } from './fault.ts'
export { using, type Db } from './handle.ts'
export { asOwner, openDatabase, readSnapshot, type Database, type OpenOptions } from './open-database.ts'
export { migrate, pendingMigrations } from './run-migrations.ts'
