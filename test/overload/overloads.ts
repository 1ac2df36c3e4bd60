import { setTimeout as wait } from 'node:timers/promises';
import { atMost, counted, type Figure, figure, quantile, round, slowdown, withMemory } from './measure.ts';
import { cohort, largestPlan, officer, others, planner } from './questions.ts';
import type { Answer, Asked, ServedHome } from './served-home.ts';

const isRefusedInTime = ({ status, retryAfter }: Answer) => status === 503 && Number(retryAfter) > 0;

/** So many cohort questions at once, of people who each ask one. */
export async function parallelCohorts(home: ServedHome, questions = 200): Promise<Figure[]> {
  const askers = Array.from({ length: questions }, (_, at) => ({ ...planner, id: `planner-${at % 20}` }));
  for (const asker of new Set(askers.map(({ id }) => id))) await home.ask(openApi, { ...planner, id: asker });
  const { done, megabytes } = await withMemory(home, () =>
    Promise.all(askers.map((asker) => home.ask(cohort(50), asker))),
  );
  const settled = done.filter((answer) => answer.status === 200 || isRefusedInTime(answer)).length;
  const answered = done.filter(({ status }) => status === 200).length;
  return [
    figure(`${questions} cohort questions at once`, counted(done.map(({ status }) => status)), answered > 0),
    figure('answered, or refused with when to ask again', `${settled}`, settled === questions),
    atMost('the slowest', Math.max(...done.map(({ seconds }) => seconds)), 60, 's'),
    atMost('memory of all processes, at most', Math.max(...megabytes), 700, 'MB'),
  ];
}

const openApi: Asked = { method: 'GET', path: '/openapi.json' };

/** How long others wait for their questions, in turn, until it is over; Infinity for what is not answered. */
async function waitsOfOthers(home: ServedHome, isOver: (asked: number) => boolean): Promise<number[]> {
  const waited: number[] = [];
  for (let at = 0; !isOver(at); at += 1) {
    const [asked, requester] = others[at % others.length]!;
    const { status, seconds } = await home.ask(asked, requester);
    waited.push(status === 200 ? seconds : Number.POSITIVE_INFINITY);
    await wait(50);
  }
  return waited;
}

/** The largest plan again and again, and how long others wait meanwhile, and when there is no plan. */
export async function besidePlans(home: ServedHome, plans = 4): Promise<Figure[]> {
  const alone = quantile(await waitsOfOthers(home, (asked) => asked === 4 * others.length), 0.5);
  const made: Answer[] = [];
  const asking = waitsOfOthers(home, () => made.length === plans);
  while (made.length < plans) made.push(await home.ask(largestPlan, planner));
  const waited = await asking;
  // Where others use the machine as much, a plan may not be ready in time, and everything takes longer.
  const isBusy = alone > 0.8;
  const isAnswered = made.every((answer) => answer.status === 200 || (isBusy && isRefusedInTime(answer)));
  return [
    figure(
      `${plans} of the largest plans, one by one`,
      counted(made.map(({ status }) => status)),
      isAnswered,
    ),
    atMost('the slowest', Math.max(...made.map(({ seconds }) => seconds)), 30, 's'),
    figure('the middle one of other questions without a plan', `${round(alone)} s`),
    figure('other questions beside the plans', `${waited.length}`, waited.length > 10),
    atMost('their 95th percentile', quantile(waited, 0.95), round(Math.max(2, 4 * alone)), 's'),
  ];
}

const megabyte = 1024 * 1024;
const bodies: readonly (readonly [string, Asked, typeof planner, readonly number[]])[] = [
  ['2,000,000 brackets to FHIR', fhir('['.repeat(2_000_000)), officer, [400]],
  ['2,000,000 numbers to FHIR', fhir(`[${'0,'.repeat(2_000_000)}0]`), officer, [400]],
  ['600,000 objects within one another', fhir('{"a":'.repeat(600_000)), officer, [400]],
  ['6 MB to FHIR from a planner', fhir(`"${'x'.repeat(6 * megabyte)}"`), planner, [403]],
  ['6 MB to cohorts', { path: '/cohorts', text: `"${'x'.repeat(6 * megabyte)}"` }, planner, [413]],
];

function fhir(text: string): Asked {
  return { path: '/fhir/Consent', text };
}

/** Bodies made to be costly: each is refused at once, and nobody else notices. */
export async function costlyBodies(home: ServedHome): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, asked, requester, expected] of bodies) {
    const slow = slowdown();
    const [sent, beside] = await Promise.all([
      home.ask(asked, requester),
      wait(20).then(() => home.ask(openApi)),
    ]);
    const isRefused = expected.includes(sent.status);
    figures.push(figure(what, `${sent.status}`, isRefused));
    figures.push(
      atMost('refused after', sent.seconds, round(slow), 's'),
      atMost('a small question beside it', beside.seconds, round(slow), 's'),
    );
  }
  return figures;
}

const askers = 3;

/** Questions without a pause for so long: memory goes up and down with each plan, and must not rise in the end. */
export async function soak(home: ServedHome, minutes: number): Promise<Figure[]> {
  const end = performance.now() + minutes * 60_000;
  const statuses: number[] = [];
  const askUntilEnd = async (first: number) => {
    for (let at = first; performance.now() < end; at += 1) {
      const [asked, requester] =
        at % 40 === 0 ? ([largestPlan, planner] as const) : others[at % others.length]!;
      const { status } = await home.ask(asked, requester);
      statuses.push(status);
    }
  };
  const { megabytes } = await withMemory(home, () =>
    Promise.all(Array.from({ length: askers }, (_, asker) => askUntilEnd(asker + 1))),
  );
  const third = Math.ceil(megabytes.length / 3);
  const [begin, middle, last] = [0, 1, 2].map((part) =>
    quantile(megabytes.slice(part * third, (part + 1) * third), 0.5),
  ) as [number, number, number];
  const isAnswered = statuses.every((status) => status === 200 || status === 503);
  return [
    figure(
      `${statuses.length} questions of ${askers} askers in ${minutes} minutes`,
      counted(statuses),
      isAnswered,
    ),
    figure('memory, median of each third', `${begin}, ${middle}, ${last} MB`),
    atMost(
      'the last third above both before it',
      Math.max(0, last / Math.max(begin, middle) - 1) * 100,
      15,
      '%',
    ),
    atMost('memory at most', Math.max(...megabytes), 1_000, 'MB'),
  ];
}
