import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { eventFile, eventLine, land, madeIn, portsOf, terms } from './county-home.ts';

const client = (born: string, validFrom: string) =>
  `${testCode(born)},${validFrom},${born},female,sv,905,population-register,2024-01-01,Öhman`;
export const clientHeader =
  'clientIdentifier,validFrom,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn,familyName';
const clientFile = [
  clientHeader,
  client('1940-05-05', '2020-01-01'),
  client('1940-05-05', '2020-01-01'),
  client('1950-02-30', '2020-01-01'),
].join('\n');

/** Two deliveries with what makes ingest work: identities, duplicates, rows that are turned away. */
export const landing = {
  'd1/delivery.json': terms,
  'd1/clients.csv': clientFile,
  'd1/service-events.csv': eventFile(eventLine('e1'), eventLine('bad id'), eventLine('e1')),
  'd2/delivery.json': { ...terms, coversTo: '2025-12-31' },
  'd2/service-events.csv': eventFile(eventLine('e2')),
};

/** What ingest makes of deliveries when nothing goes wrong. */
export async function undisturbed(
  files: Record<string, string | object> = landing,
): Promise<Record<string, string>> {
  const home = temporaryFolder();
  land(home, files);
  await ingestDeliveries(portsOf(home));
  return madeIn(home);
}
