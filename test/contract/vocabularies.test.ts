import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ReasonCertainty } from '../../data-contracts/schemas/cohort.ts';
import { Language, Texts } from '../../data-contracts/schemas/fields.ts';
import { RefusalReason } from '../../data-contracts/schemas/refusal-reason.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { AgeBand, ageBand, ageBands } from '../../data-contracts/vocabularies/age-bands.ts';
import { checkUpTexts } from '../../data-contracts/vocabularies/check-up-texts.ts';
import { cheers2022, cheersStatuses } from '../../data-contracts/vocabularies/cheers-2022.ts';
import { comparisonTexts } from '../../data-contracts/vocabularies/comparison.ts';
import { diagnosisGroups, diagnosisPrefixes } from '../../data-contracts/vocabularies/diagnosis-groups.ts';
import { erasureTexts } from '../../data-contracts/vocabularies/erasure-texts.ts';
import { evidenceTexts } from '../../data-contracts/vocabularies/evidence-texts.ts';
import { featureGroups } from '../../data-contracts/vocabularies/feature-groups.ts';
import { featureTexts } from '../../data-contracts/vocabularies/feature-texts.ts';
import { featureValue } from '../../data-contracts/vocabularies/feature-values.ts';
import { type FeatureId, features } from '../../data-contracts/vocabularies/features.ts';
import { checked, findings, verificationNotes } from '../../data-contracts/vocabularies/findings.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import {
  hiddenCertaintyTexts,
  hiddenDemandTexts,
  hiddenReasonTexts,
} from '../../data-contracts/vocabularies/hidden-demand-texts.ts';
import { mappingTexts } from '../../data-contracts/vocabularies/mapping-texts.ts';
import {
  type ModifiableFactor,
  modifiableFactors,
} from '../../data-contracts/vocabularies/modifiable-factors.ts';
import { monitoringTexts } from '../../data-contracts/vocabularies/monitoring-texts.ts';
import { ostrobothnia } from '../../data-contracts/vocabularies/municipalities.ts';
import {
  contactTypes,
  decisionTypes,
  serviceAreas,
  serviceForms,
} from '../../data-contracts/vocabularies/national-codes/index.ts';
import { outreachTexts } from '../../data-contracts/vocabularies/outreach-texts.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { problems } from '../../data-contracts/vocabularies/problems.ts';
import { quarantineRules } from '../../data-contracts/vocabularies/quarantine-rules.ts';
import { raiScales } from '../../data-contracts/vocabularies/rai-scales.ts';
import { reasonTexts } from '../../data-contracts/vocabularies/reason-texts.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { serviceGroupRules, serviceGroups } from '../../data-contracts/vocabularies/service-groups.ts';
import { serviceStatuses, statusBases } from '../../data-contracts/vocabularies/service-statuses.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { unitKinds } from '../../data-contracts/vocabularies/unit-names.ts';

const vocabularies = {
  aboutTexts,
  checked,
  findings,
  verificationNotes,
  ageBands,
  cheers2022,
  cheersStatuses,
  planTexts,
  problems,
  comparisonTexts,
  contactTypes,
  decisionTypes,
  diagnosisGroups,
  featureGroups,
  gateTexts,
  outreachTexts,
  hiddenDemandTexts,
  checkUpTexts,
  hiddenReasonTexts,
  hiddenCertaintyTexts,
  monitoringTexts,
  ostrobothnia,
  mappingTexts,
  quarantineRules,
  raiScales,
  reasonTexts,
  featureTexts,
  modifiableFactors,
  refusalReasons,
  rightsTexts,
  erasureTexts,
  evidenceTexts,
  serviceAreas,
  serviceForms,
  serviceGroups,
  serviceStatuses,
  statusBases,
  texts,
  unitKinds,
};
const languages = Language.options;

/** Every `{fi, sv, en}` inside a value, with the path to it. */
function textsIn(value: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, Record<string, unknown>][] = languages.some((language) => language in value)
    ? [[path, value as Record<string, unknown>]]
    : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))];
}

const every = textsIn(vocabularies, '');

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the placeholders of a message, at any depth. */
function placeholders(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const inner =
      'options' in node ? Object.values(node.options).flatMap((option) => placeholders(option.value)) : [];
    const own = 'value' in node && node.type !== 0 ? [node.value] : [];
    return [...own, ...inner];
  });
}

const placeholdersOf = (text: string, language: string) =>
  [...new Set(placeholders(new IntlMessageFormat(text, language).getAst()))].sort();

describe('every text that a person reads', () => {
  it('is there in Finnish, Swedish and English', () => {
    expect(every.length).toBeGreaterThan(200);
    expect(every.filter(([, text]) => !Texts.safeParse(text).success).map(([path]) => path)).toEqual([]);
  });

  it('has the same placeholders in all three languages, and parses as ICU MessageFormat', () => {
    const differing = every.filter(([, text]) => {
      const [fi, sv, en] = languages.map((language) =>
        placeholdersOf(String(text[language]), language).join(),
      );
      return fi !== sv || fi !== en;
    });
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('is not a placeholder test that sees nothing', () => {
    expect(placeholdersOf('{a, plural, one {# {b}} other {{c}}}', 'en')).toEqual(['a', 'b', 'c']);
  });
});

describe('feature groups', () => {
  it('are the groups of the features', () => {
    expect(Object.keys(featureGroups).sort()).toEqual(
      [...new Set(Object.values(features).map(({ group }) => group))].sort(),
    );
  });
});

describe('reasons', () => {
  it('have words for every feature, in which nothing is to be filled in', () => {
    expect(Object.keys(featureTexts)).toEqual(Object.keys(features));
    for (const [, text] of textsIn({ featureTexts, featureGroups }, 'reasons'))
      for (const language of languages) expect(placeholdersOf(String(text[language]), language)).toEqual([]);
  });

  it('have words of a flag that is not so, and of nothing else', () => {
    for (const [feature, texts] of Object.entries(featureTexts))
      expect('no' in texts, feature).toBe(features[feature as keyof typeof features].kind === 'flag');
  });

  it('never speak of a cause', () => {
    const causes =
      /syy|aiheut|johtu|vuoksi|takia|orsak|beror|på grund|leder till|caus|because|due to|leads to/i;
    const told = { featureTexts, featureGroups, reasonTexts, modifiableFactors };
    for (const [path, text] of textsIn(told, 'reasons'))
      for (const language of languages) expect(`${path}: ${text[language]}`).not.toMatch(causes);
  });

  it('have a word of their own for each direction and each degree of certainty', () => {
    const { certainty, directions, size } = reasonTexts;
    expect(Object.keys(certainty)).toEqual(ReasonCertainty.options);
    const all = [...Object.values(certainty), ...Object.values(directions), size];
    for (const language of languages)
      expect(new Set(all.map((text) => text[language])).size).toBe(all.length);
  });
});

describe('what can be changed', () => {
  it('is told of features that there are, each with where it was read', () => {
    for (const { when, source } of Object.values<ModifiableFactor>(modifiableFactors)) {
      expect(when.length).toBeGreaterThan(0);
      for (const { feature } of when) expect(features).toHaveProperty(feature);
      expect(source.length).toBeGreaterThan(20);
    }
  });
});

describe('a feature’s value', () => {
  const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');

  it('carries its unit in the reader’s language', () => {
    expect(plain(featureValue('hospital_days_12', 12, 'sv'))).toBe('12 vårddagar');
    expect(plain(featureValue('home_care_months_12', 1, 'en'))).toBe('1 month');
    expect(plain(featureValue('cost_cents_12', 1234567, 'fi'))).toBe('12 346 €');
    expect(plain(featureValue('rai_adlh', 3, 'fi'))).toBe('3');
  });

  it('is the age band where it is an age', () => {
    expect(featureValue('age_years', 84.9, 'fi')).toBe('80–84 v');
    expect(featureValue('age_years', 97, 'en')).toBe('90+');
  });

  it('is undefined when missing and a text otherwise, whatever the feature', () => {
    const feature = fc.constantFrom(...(Object.keys(features) as FeatureId[]));
    fc.assert(
      fc.property(
        feature,
        fc.integer({ min: 0, max: 1e6 }),
        fc.constantFrom(...languages),
        (id, value, language) => {
          const form = features[id].kind === 'change' ? /\p{L}{3}/u : /^(yes|no|.*\d.*)$/;
          expect(featureValue(id, value, language)).toMatch(form);
          expect(featureValue(id, null, language)).toBeUndefined();
          expect(featureValue(id, Number.NaN, language)).toBeUndefined();
        },
      ),
    );
  });
});

describe('age bands', () => {
  it('hold every age from their first year until the next band’s', () => {
    const bands = AgeBand.options;
    bands.forEach((band, at) => {
      const next = bands[at + 1];
      expect(ageBand(ageBands[band].fromYears)).toBe(band);
      if (next) expect(ageBand(ageBands[next].fromYears - 0.01)).toBe(band);
    });
    expect(ageBand(112)).toBe('90+');
  });

  it('do not take an age that is none', () => {
    expect(() => ageBand(-1)).toThrow(RangeError);
    expect(() => ageBand(Number.NaN)).toThrow(RangeError);
  });
});

describe('codes', () => {
  it('every refusal reason has its words', () => {
    expect(Object.keys(refusalReasons).sort()).toEqual([...RefusalReason.options].sort());
  });

  it('service-group rules name only codes of the code sets, and every service area falls into a group', () => {
    for (const rule of serviceGroupRules) {
      if (rule.serviceArea) expect(serviceAreas).toHaveProperty(rule.serviceArea);
      if (rule.serviceForm) expect(serviceForms).toHaveProperty(rule.serviceForm);
      if (rule.contactType) expect(contactTypes).toHaveProperty(rule.contactType);
    }
    const ruled = new Set(serviceGroupRules.map(({ serviceArea }) => serviceArea));
    const other = ['8'];
    expect(Object.keys(serviceAreas).filter((code) => !ruled.has(code))).toEqual(other);
  });

  it('no diagnosis prefix stands in two groups', () => {
    const prefixes = diagnosisPrefixes.map(({ codeSystem, prefix }) => `${codeSystem} ${prefix}`);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});
