import { afterAll } from 'vitest'
import { closeDatabases } from './database.ts'

// Runs for every file of tests, also where files share their modules: databases go with the file that made them.
afterAll(closeDatabases)
