export { inspectByProgramme, planFor } from './intake/inspect.ts'
export { makeFolder } from './store/files.ts'
export { saveProblems } from './intake/problems.ts'
