import { SingleBar } from 'cli-progress';
import type { PlaceOfStep, Progress } from '../functions/core/ports/progress.ts';

/** Names a step in the reader's language. */
export type StepName = (step: string) => string;

/** Progress bars on the terminal; where nobody looks at one, a line as each step ends. */
export function terminalProgress(nameOf: StepName, output: NodeJS.WriteStream = process.stderr): Progress {
  return output.isTTY ? barProgress(nameOf, output) : lineProgress(nameOf, output);
}

/** A step's name, and which of how many it is. */
const labelOf = (name: string, place?: PlaceOfStep) =>
  (place ? `${name} ${place.number}/${place.of}` : name).padEnd(34);

function barProgress(nameOf: StepName, stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    begin(step, total, place) {
      end();
      const label = labelOf(nameOf(step), place);
      const format = total
        ? ` ${label} {bar} {percentage} % · {duration_formatted}`
        : ` ${label} {value} · {duration_formatted}`;
      bar = new SingleBar({ format, stream, barsize: 28, barCompleteChar: '━', barIncompleteChar: '─' });
      bar.start(total ?? 0, 0);
    },
    advance: (units) => bar?.increment(units),
    end,
  };
}

function lineProgress(nameOf: StepName, stream: NodeJS.WriteStream): Progress {
  let label: string | undefined;
  let startedAt = 0;
  const end = () => {
    if (label === undefined) return;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    stream.write(` ${label} ${seconds} s\n`);
    label = undefined;
  };
  return {
    begin(step, _total, place) {
      end();
      label = labelOf(nameOf(step), place);
      startedAt = performance.now();
    },
    advance() {},
    end,
  };
}
