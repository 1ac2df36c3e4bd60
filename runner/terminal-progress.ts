import { SingleBar } from 'cli-progress';
import type { Progress } from '../functions/core/ports/progress.ts';

/** Names a step in the reader's language. */
export type StepName = (step: string) => string;

/** Progress bars on the terminal; where nobody looks at one, a line as each step ends. */
export function terminalProgress(nameOf: StepName, output: NodeJS.WriteStream = process.stderr): Progress {
  return output.isTTY ? barProgress(nameOf, output) : lineProgress(nameOf, output);
}

function barProgress(nameOf: StepName, stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    begin(step, total) {
      end();
      const format = total
        ? ` ${nameOf(step).padEnd(34)} {bar} {percentage} % · {duration_formatted}`
        : ` ${nameOf(step).padEnd(34)} {value} · {duration_formatted}`;
      bar = new SingleBar({ format, stream, barsize: 28, barCompleteChar: '━', barIncompleteChar: '─' });
      bar.start(total ?? 0, 0);
    },
    advance: (units) => bar?.increment(units),
    end,
  };
}

function lineProgress(nameOf: StepName, stream: NodeJS.WriteStream): Progress {
  let step: string | undefined;
  let startedAt = 0;
  const end = () => {
    if (step === undefined) return;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    stream.write(` ${nameOf(step).padEnd(34)} ${seconds} s\n`);
    step = undefined;
  };
  return {
    begin(next) {
      end();
      step = next;
      startedAt = performance.now();
    },
    advance() {},
    end,
  };
}
