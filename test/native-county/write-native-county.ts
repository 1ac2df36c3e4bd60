import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWindows, nativeExtracts, nativeMapping, nativeTerms } from './native-extracts.ts';

/** What the invented extracts have nothing of, as the county says. */
export const notRecorded = [
  'day_activity_contacts_12',
  'has_osteoporosis_24',
  'has_cancer_24',
  'has_kidney_disease_24',
  'has_parkinson_24',
  'has_day_activities',
  'has_communal_housing',
  'denied_decisions_24',
  'has_informal_care_support',
  'has_informal_carer',
  'lives_alone',
];

/** Writes the native extracts of an invented county into a home’s `landing/`: `tsx write-native-county.ts <home> [people]`. */
export function writeNativeCounty(home: string, people: number): void {
  const folder = join(home, 'landing', '2026-01');
  mkdirSync(folder, { recursive: true });
  for (const [name, lines] of Object.entries(nativeExtracts(people, 19).files))
    writeFileSync(join(folder, name), inWindows(lines));
  writeFileSync(join(folder, 'delivery.json'), JSON.stringify(nativeTerms));
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(nativeMapping, null, 2));
}

if (process.argv[1] === import.meta.filename)
  writeNativeCounty(process.argv[2]!, Number(process.argv[3] ?? 2500));
