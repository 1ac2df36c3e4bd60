import type { Command } from 'commander';

/** A command's line in the list of all, and its words, which are read when it is asked for. */
export interface ListedCommand {
  readonly does: string;
  /** Gives a command its options, arguments and action. */
  readonly words: () => Promise<(command: Command) => Command>;
}

/** Every command, in the order of a county's work. Asking for the list loads none of them. */
export const commandList: Readonly<Record<string, ListedCommand>> = {
  start: {
    does: 'simulate a county and go the whole way to a cohort; what is unchanged is reused',
    words: async () => (await import('./commands/start.ts')).startCommand,
  },
  simulate: {
    does: 'write the deliveries of a simulated Ostrobothnia to <home>/landing',
    words: async () => (await import('./commands/simulate.ts')).simulateCommand,
  },
  import: {
    does: 'turn a folder of outside files into deliveries in <home>/landing',
    words: async () => (await import('./commands/import.ts')).importCommand,
  },
  profile: {
    does: 'look at unknown files, without showing anybody, and propose how they are to be read',
    words: async () => (await import('./commands/profile.ts')).profileCommand,
  },
  ingest: {
    does: 'check every delivered row; accepted rows to <home>/tables, the rest to <home>/quarantine',
    words: async () => (await import('./commands/ingest.ts')).ingestCommand,
  },
  build: {
    does: 'make the client-months of a programme from <home>/tables',
    words: async () => (await import('./commands/build.ts')).buildCommand,
  },
  train: {
    does: 'train a programme’s risk network and judge it beside its baselines',
    words: async () => (await import('./commands/train.ts')).trainCommand,
  },
  retrain: {
    does: 'train the models that the knowledge-management team asked for over HTTP and nobody has trained yet',
    words: async () => (await import('./commands/retrain.ts')).retrainCommand,
  },
  card: {
    does: 'write the card of a programme’s model as a page: figures, groups, limits, intended use',
    words: async () => (await import('./commands/card.ts')).cardCommand,
  },
  score: {
    does: 'score and explain every client of the latest month',
    words: async () => (await import('./commands/score.ts')).scoreCommand,
  },
  cohort: {
    does: 'who is likeliest to need the programme’s services, of those the release gate lets through',
    words: async () => (await import('./commands/cohort.ts')).cohortCommand,
  },
  presets: {
    does: 'whom a cohort or a plan can be asked for by name, and which service statuses there are',
    words: async () => (await import('./commands/presets.ts')).presetsCommand,
  },
  plan: {
    does: 'who should be offered which intervention, at what cost, and how sure',
    words: async () => (await import('./commands/plan.ts')).planCommand,
  },
  consent: {
    does: 'record what people say about the use of their data: consents, objections, prohibitions …',
    words: async () => (await import('./commands/consent.ts')).consentCommand,
  },
  outreach: {
    does: 'lists of people to contact: made by a planner, opened by a team, followed to their outcomes',
    words: async () => (await import('./commands/outreach.ts')).outreachCommand,
  },
  evidence: {
    does: 'read the outcomes of closed lists: what places drawn by lot show of each intervention’s effect',
    words: async () => (await import('./commands/evidence.ts')).evidenceCommand,
  },
  audit: {
    does: 'the audit log: whether it is whole, and what it says of a person',
    words: async () => (await import('./commands/audit.ts')).auditCommand,
  },
  keys: {
    does: 'the keys under which identities are kept',
    words: async () => (await import('./commands/keys.ts')).keysCommand,
  },
  rights: {
    does: 'a person’s rights: what is held and who saw it; something is not right; erasure',
    words: async () => (await import('./commands/rights.ts')).rightsCommand,
  },
  statistics: {
    does: 'people and expected outcomes by municipality and age band; small groups are not shown',
    words: async () => (await import('./commands/statistics.ts')).statisticsCommand,
  },
  quality: {
    does: 'how completely, how late, in which codes and how plausibly rows were recorded, by year and place',
    words: async () => (await import('./commands/quality.ts')).qualityCommand,
  },
  verify: {
    does: 'check files, rows, the audit log’s chain, and that no identity code is outside the vault',
    words: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  backup: {
    does: 'copy the home into a folder of its own, as it stands at one instant, with a list of its bytes',
    words: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  restore: {
    does: 'make the home, which must be empty, from a copy, once each of its bytes is as it was copied',
    words: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  serve: {
    does: 'answer the HTTP API on this machine, with a sign-in for trying it out; localhost only',
    words: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  table: {
    does: 'train on and predict, out of fold, any survival or competing-risks table (CSV)',
    words: async () => (await import('./commands/table.ts')).tableCommand,
  },
  compare: {
    does: 'compares strategies by cost and effect: incremental table, acceptability, value of information',
    words: async () => (await import('./commands/compare.ts')).compareCommand,
  },
};
