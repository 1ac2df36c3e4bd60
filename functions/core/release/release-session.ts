import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import { useCases } from '../../../data-contracts/schemas/use-case.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
import { type AccessPorts, peopleOf } from './access-in-log.ts';
import { decisionsEntry } from './audit-decisions.ts';
import { type CoverGroups, groupOf, groupsLeftOut } from './cover-groups.ts';
import { type Asked, askedFor } from './decide-release.ts';
import type { AskedClient, IntendedUse, Occasion } from './gate-question.ts';
import { type DecidedClient, releaseInOrder, type StandingSources } from './release-in-order.ts';
import { suppressSmallCells } from './small-cells.ts';

/** What a session's line at its end says, whatever came of it. */
export interface Closing {
  readonly at: string;
  readonly isAsOf?: true | undefined;
  readonly requestId: string;
  /** How many people the gate was asked about, and how many of them it released. */
  readonly considered: number;
  readonly released: number;
  /** By the first reason that held each person back. */
  readonly withheldByReason: Record<string, number>;
  /** Of those shown, in the order shown. */
  readonly pseudonymsSha256: string;
}

type SessionSources = StandingSources & Pick<AccessPorts, 'audit' | 'people'>;

interface Opened {
  /** The use asked for, and the further ones. */
  readonly questions: readonly Asked[];
  readonly legalBases: readonly LegalBasis[];
  readonly occasion: Occasion;
  readonly now: () => string;
}

/** A question that the gate lets be asked: people are released for it batch by batch, and each decision is logged first. */
export class ReleaseSession {
  readonly status = 'open';
  readonly #sources: SessionSources;
  readonly #opened: Opened;
  /** Place of the first reason, by person. */
  readonly #withheld = new Map<string, number>();
  #cover: CoverGroups | undefined;
  #considered = 0;
  #released = 0;

  constructor(sources: SessionSources, opened: Opened) {
    this.#sources = sources;
    this.#opened = opened;
  }

  /** Who is who by now. */
  people(): Promise<JoinedPeople> {
    return peopleOf(this.#sources);
  }

  get requestId(): string {
    return this.#opened.occasion.requestId;
  }

  /** The instant at which the question was asked. */
  get at(): string {
    return this.#opened.occasion.at;
  }

  /** Those that carry the data asked about, in force or not. */
  get legalBases(): readonly LegalBasis[] {
    return this.#opened.legalBases;
  }

  /**
   * From now on whoever has said no since a landmark is left out together with others, and nobody sees who it was.
   * @returns the groups that are left out now
   */
  async leaveOutInGroups(cover: CoverGroups): Promise<ReadonlySet<number>> {
    this.#cover = cover;
    const [first] = this.#opened.questions;
    return this.#leftOut({ ...first!, at: this.#opened.now() }, cover);
  }

  /** Tells one set of legal bases from another. */
  get basesSha256(): string {
    return createHash('sha256').update(JSON.stringify(this.#opened.legalBases)).digest('hex');
  }

  /** How many of some people were withheld at an earlier instant, by first reason: nobody is released by it. */
  async countWithheld(
    at: string,
    people: AsyncIterable<readonly AskedClient[]>,
  ): Promise<Map<RefusalReason, number>> {
    const counts = new Map<RefusalReason, number>(RefusalReason.options.map((reason) => [reason, 0]));
    const asked = this.#opened.questions.map((one) => ({ ...one, at, isAsOf: true as const }));
    for await (const batch of people)
      for (const { decision } of await releaseInOrder(this.#sources, this.#opened.legalBases, asked, batch))
        if (decision !== 'released') counts.set(decision[0], counts.get(decision[0])! + 1);
    return counts;
  }

  /**
   * The first reason that withheld each of some people at an earlier instant, had a further use been asked for too:
   * nobody is released by it.
   */
  async reasonsAt(
    at: string,
    people: readonly AskedClient[],
    further: IntendedUse,
  ): Promise<(RefusalReason | undefined)[]> {
    const { questions, legalBases, occasion } = this.#opened;
    const asked = [...questions, askedFor(further, occasion)].map((one) => ({
      ...one,
      at,
      isAsOf: true as const,
    }));
    const decided = await releaseInOrder(this.#sources, legalBases, asked, people);
    return decided.map(({ decision }) => (decision === 'released' ? undefined : decision[0]));
  }

  /**
   * Those of a batch whom the gate releases now, in their order, once every decision is in the audit log.
   * @param places when so many are released, nobody further is considered
   */
  async release<Client extends AskedClient>(
    batch: readonly Client[],
    places = Number.POSITIVE_INFINITY,
  ): Promise<Client[]> {
    const { question, decided: all } = await this.#decide(batch);
    const decided = untilReleased(all, places);
    if (decided.length > 0) await this.#log(question, decided);
    this.#considered += decided.length;
    const released = batch.filter((_, place) => isReleased(decided[place]));
    this.#released += released.length;
    return released;
  }

  /**
   * Those of a released batch who are released still, at the instant of this last look: after it nothing is waited
   * for where everybody is. Where somebody is not, all decisions are logged, and whoever asks confirms the others.
   */
  async confirm<Client extends AskedClient>(batch: readonly Client[]): Promise<Client[]> {
    const { question, decided } = await this.#decide(batch);
    const still = batch.filter((_, place) => isReleased(decided[place]));
    if (still.length < batch.length) await this.#log(question, decided);
    return still;
  }

  /** Holds somebody back who was released, for a reason that is not the gate's. */
  holdBack(client: string, reason: RefusalReason): void {
    const place = RefusalReason.options.indexOf(reason);
    this.#withheld.set(client, Math.min(place, this.#withheld.get(client) ?? place));
  }

  /** Who was withheld, by the first reason of each, in numbers that reveal nobody. */
  withheld(): SafeTable {
    return suppressSmallCells(this.#withheldCounts());
  }

  /** The same, exact: for the log, and for what must not outgrow it. */
  get withheldByReason(): Record<string, number> {
    return Object.fromEntries([...this.#withheldCounts()].filter(([, count]) => count > 0));
  }

  #withheldCounts(): Map<RefusalReason, number> {
    const counts = new Map<RefusalReason, number>(RefusalReason.options.map((reason) => [reason, 0]));
    for (const place of this.#withheld.values()) {
      const reason = RefusalReason.options[place]!;
      counts.set(reason, counts.get(reason)! + 1);
    }
    return counts;
  }

  /** Writes what came of the question, before it is given. */
  async close(shown: readonly string[], line: (closing: Closing) => AuditEntry): Promise<void> {
    const pseudonyms = createHash('sha256');
    for (const client of shown) pseudonyms.update(`${client}\n`);
    const { occasion, now } = this.#opened;
    const closing = {
      ...occasion,
      at: now(),
      considered: this.#considered,
      released: this.#released,
      withheldByReason: this.withheldByReason,
      pseudonymsSha256: pseudonyms.digest('hex'),
    };
    await this.#sources.audit.append([line(closing)]);
  }

  async #decide(batch: readonly AskedClient[]): Promise<{ question: Asked; decided: DecidedClient[] }> {
    const { questions, legalBases, now } = this.#opened;
    const at = now();
    const asked = questions.map((one) => ({ ...one, at }));
    const decided = await releaseInOrder(this.#sources, legalBases, asked, batch);
    return { question: asked[0]!, decided: await this.#withOthers(asked[0]!, decided) };
  }

  /** Looked at after everybody has been decided about: whoever is seen to have said no then has their group with them. */
  async #withOthers(question: Asked, decided: DecidedClient[]): Promise<DecidedClient[]> {
    const cover = this.#cover;
    if (!cover) return decided;
    const leftOut = await this.#leftOut(question, cover);
    return decided.map((one) =>
      one.decision === 'released' && leftOut.has(groupOf(one.client, cover))
        ? { client: one.client, decision: ['left-out-with-others'] }
        : one,
    );
  }

  #leftOut(question: Asked, cover: CoverGroups): Promise<ReadonlySet<number>> {
    const { consentLedger } = this.#sources;
    const hidden = this.#opened.questions.filter(
      ({ useCase }) => useCases[useCase].purpose === 'hidden-demand',
    );
    const purposes = [question.purpose, 'profiling' as const, ...hidden.map(({ purpose }) => purpose)];
    return groupsLeftOut(consentLedger, cover, purposes, question);
  }

  async #log(question: Asked, decided: readonly DecidedClient[]): Promise<void> {
    await this.#sources.audit.append([decisionsEntry(question, this.requestId, decided)]);
    for (const { client, decision } of decided)
      if (decision !== 'released') this.holdBack(client, decision[0]);
  }
}

const isReleased = (decided: DecidedClient | undefined) => decided?.decision === 'released';

/** The decisions up to and with the one by which `places` have been released. */
function untilReleased(decided: readonly DecidedClient[], places: number): readonly DecidedClient[] {
  let taken = 0;
  const last = decided.findIndex((one) => isReleased(one) && ++taken === places);
  return last === -1 ? decided : decided.slice(0, last + 1);
}
