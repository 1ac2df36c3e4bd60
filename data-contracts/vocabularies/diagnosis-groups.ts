import { z } from 'zod';
import conceptMapFile from './concept-maps/snomed-to-icd-10.json' with { type: 'json' };
import diagnosisGroupsFile from './diagnosis-groups.json' with { type: 'json' };

/** Groups of diagnoses that features speak of, with code prefixes per code system (dots left out). */
export const diagnosisGroups = diagnosisGroupsFile;

export type DiagnosisGroup = keyof typeof diagnosisGroups;
export const DiagnosisGroup = z.enum(Object.keys(diagnosisGroups) as [DiagnosisGroup, ...DiagnosisGroup[]]);

/** Concept map: SNOMED CT identifier to the nearest ICD-10 code. */
export const snomedToIcd10: ReadonlyMap<string, string> = new Map(
  Object.entries(conceptMapFile.codes).map(([code, { to }]) => [code, to]),
);

/** By which beginning of a code, without dots, a diagnosis is of a group. */
export interface DiagnosisPrefix {
  readonly codeSystem: string;
  readonly prefix: string;
  readonly group: DiagnosisGroup;
}

const groupedSystems = ['ICD-10', 'ICPC-2', 'ICD-9-CM', 'CMS-CCW'] as const;

const listedPrefixes = DiagnosisGroup.options.flatMap((group) =>
  groupedSystems.flatMap((codeSystem) =>
    diagnosisGroups[group][codeSystem].map((prefix): DiagnosisPrefix => ({ codeSystem, prefix, group })),
  ),
);

/** A SNOMED code is of the group of the ICD-10 code that the concept map gives for it. */
const mappedPrefixes = [...snomedToIcd10].flatMap(([prefix, code]) =>
  listedPrefixes
    .filter((known) => known.codeSystem === 'ICD-10' && code.replaceAll('.', '').startsWith(known.prefix))
    .map(({ group }): DiagnosisPrefix => ({ codeSystem: 'SNOMED', prefix, group })),
);

export const diagnosisPrefixes: readonly DiagnosisPrefix[] = [...listedPrefixes, ...mappedPrefixes];
