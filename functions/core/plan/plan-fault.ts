/** Something in the question, the catalogue or the budget cannot be planned with. Names the entry, no person. */
export class PlanFault extends Error {
  readonly code = 'plan-fault';
}
