import type { StandingSources } from './release-in-order.ts';

/** Sources that are read once for the same people, whatever is asked about them, and so answer all questions alike. */
export function readOnce({ consentLedger, relationships }: StandingSources): StandingSources {
  const once = <Answer>(read: (clients: readonly string[]) => Promise<Answer>) => {
    const answers = new Map<string, Promise<Answer>>();
    return (clients: readonly string[]) => {
      const key = clients.join();
      const answer = answers.get(key) ?? read(clients);
      answers.set(key, answer);
      return answer;
    };
  };
  return {
    consentLedger: {
      eventsOf: once((clients) => consentLedger.eventsOf(clients)),
      clientsHeardSince: (instant) => consentLedger.clientsHeardSince(instant),
    },
    relationships: { relationshipsOf: once((clients) => relationships.relationshipsOf(clients)) },
  };
}
