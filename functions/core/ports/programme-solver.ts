/** Solves linear and integer programmes, such as a small allocation's. */
export type { ProgrammeSolver, SolvedProgramme } from '../../../models/economics/allocate-exactly.ts';
