// One Lambda as AWS would start it: a fresh process, its bundle, events in, answers out.
// node invoke-once.mjs <index.mjs>, the events on standard input as a JSON list, the answers on descriptor 3
import { writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [, , bundle] = process.argv;
let text = '';
for await (const part of process.stdin) text += part;

const context = {
  functionName: 'test',
  awsRequestId: '00000000-0000-4000-8000-000000000000',
  getRemainingTimeInMillis: () => 300_000,
};
const started = performance.now();
const { handler } = await import(bundle);
const answers = [];
const milliseconds = [performance.now() - started];
for (const event of JSON.parse(text)) {
  const begun = performance.now();
  try {
    answers.push({ answer: await handler(event, context) });
  } catch (error) {
    answers.push({ error: { errorType: error.name, errorMessage: error.message } });
  }
  milliseconds.push(performance.now() - begun);
}
writeSync(3, JSON.stringify({ answers, milliseconds }));
