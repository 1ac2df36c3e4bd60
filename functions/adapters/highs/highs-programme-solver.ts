import startHighs from 'highs';
import type { ProgrammeSolver } from '../../core/ports/programme-solver.ts';

/** The package declares its types as CommonJS and ships an ES module: the loader is the default export itself. */
const loadHighs = startHighs as unknown as typeof startHighs.default;

/**
 * HiGHS in WebAssembly, on one thread. Optimal means proved: no gap is left.
 *
 * @param limitSeconds after which a programme ends unproved
 */
export async function highsProgrammeSolver(limitSeconds = 60): Promise<ProgrammeSolver> {
  const highs = await loadHighs();
  return (programme) => {
    const options = { time_limit: limitSeconds, mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false };
    const solved = highs.solve(programme, options);
    const columns = new Map<string, number>();
    for (const [name, column] of Object.entries(solved.Columns)) {
      const value = 'Primal' in column ? column.Primal : 0;
      if (value !== 0) columns.set(name, value);
    }
    return { status: statusOf(solved.Status), objective: solved.ObjectiveValue, columns };
  };
}

function statusOf(status: string): 'optimal' | 'infeasible' | 'unproved' {
  if (status === 'Optimal') return 'optimal';
  return status === 'Infeasible' ? 'infeasible' : 'unproved';
}
