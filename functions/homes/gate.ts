import { ObjectAuditLog } from '../adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../adapters/objects/object-consent-records.ts';
import { ObjectErasureRecords } from '../adapters/objects/object-erasure-records.ts';
import { ObjectKeptAnswers } from '../adapters/objects/object-kept-answers.ts';
import { ObjectQuestionMeter } from '../adapters/objects/object-question-meter.ts';
import { ObjectSettingFiles } from '../adapters/objects/object-setting-files.ts';
import {
  controllerOf,
  legalBasesOf,
  presetsOf,
  releaseLimitsOf,
  retentionOf,
  serviceStatusRulesOf,
  storageTimesOf,
  unitNamesOf,
} from '../core/county-settings.ts';
import { JoinedPeopleInLake } from '../core/ingest/joined-people-in.ts';
import { ErasureLedger } from '../core/release/erasure-ledger.ts';
import { erasuresByPerson, ledgerByPerson } from '../core/release/ledgers-by-person.ts';
import { UnitedConsentLedger } from '../core/release/united-consent-ledger.ts';
import type { Home } from './home.ts';

/** Who is who in a home, by now. */
export const peopleNowIn = (home: Home) => {
  const inLake = new JoinedPeopleInLake({
    current: (station) => home.publications.current(station),
    read: (publication, name) => home.publications.read(publication, name),
  });
  return () => inLake.now();
};

/** What the release gate stands on in a home, and where it writes what it decides. */
export function gateOf(home: Home) {
  const { objects, tables } = home;
  const people = peopleNowIn(home);
  const reads = tables();
  const relationships = reads.relationships();
  const records = new ObjectConsentRecords(objects('consents'));
  const kept = new ObjectErasureRecords(objects('erasures'));
  const erasures = erasuresByPerson(kept, people);
  return {
    records,
    erasures,
    people,
    /** What was delivered, who was erased and what was told to the service itself, as one ledger. */
    consentLedger: new UnitedConsentLedger(
      reads.deliveredConsents(),
      new ErasureLedger(erasures),
      ledgerByPerson(records, people),
    ),
    relationships,
    units: relationships,
    audit: new ObjectAuditLog(objects('audit')),
  };
}

/** The same for questions that are metered, with what was answered before. */
export const meteredGateOf = (home: Home) => ({
  ...gateOf(home),
  meter: new ObjectQuestionMeter(home.objects('answers')),
  answers: new ObjectKeptAnswers(home.objects('answers')),
});

export const settingFilesOf = ({ objects }: Home) => new ObjectSettingFiles(objects('settings'));

/** Read anew at each question: a basis that the controller adds or ends holds from the next one. */
export const legalBasesIn = (home: Home) => legalBasesOf(settingFilesOf(home));

/** How much may be asked, and how few are never singled out; read anew at each question. */
export const releaseLimitsIn = (home: Home) => releaseLimitsOf(settingFilesOf(home));

/** By which rules everybody has a service status; read anew at each scoring. */
export const serviceStatusRulesIn = (home: Home) => serviceStatusRulesOf(settingFilesOf(home));

/** Whom the county asks about by name; read anew at each question. */
export const presetsIn = (home: Home) => presetsOf(settingFilesOf(home));
/** What the county says of itself to a person. */
export async function countyToldIn(home: Home) {
  const files = settingFilesOf(home);
  return {
    controller: await controllerOf(files),
    legalBases: await legalBasesOf(files),
    retention: await retentionOf(files),
    storageTimes: await storageTimesOf(files),
    unitNames: await unitNamesOf(files),
  };
}

/** What the county calls its units. */
export const unitNamesIn = (home: Home) => unitNamesOf(settingFilesOf(home));
