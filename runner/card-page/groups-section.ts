import type { GroupReport, HorizonReport } from '../../data-contracts/schemas/evaluation-report.ts';
import { type AgeBand, ageBands } from '../../data-contracts/vocabularies/age-bands.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { type ServiceStatus, serviceStatuses } from '../../data-contracts/vocabularies/service-statuses.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { municipalityName } from '../../wording/figures.ts';
import { figureSection, type PageParts, wordsIn } from './card-words.ts';
import { html, type Markup } from './html.ts';

type Evaluated = Extract<HorizonReport, { status: 'evaluated' }>;

const { groupNames, labels, sections, groupsHelp } = modelCardTexts;

/** Calibration, order and selection in each group, at each horizon. */
export function groupsSection(parts: PageParts): Markup {
  const { word } = wordsIn(parts.language);
  const judged = parts.card.evaluation.models.network!.horizons.filter((one) => one.status === 'evaluated');
  const tables = judged.map((report) => groupTable(parts, report));
  return figureSection(parts, 'groups', sections.groups, html`<p>${word(groupsHelp)}</p>${tables}`);
}

function groupTable({ language }: PageParts, report: Evaluated): Markup {
  const { word } = wordsIn(language);
  const heads = [
    modelCardTexts.group,
    modelCardTexts.people,
    texts.model.observedToExpected,
    texts.model.calibrationSlope,
    texts.model.auc,
    texts.model.brier,
    modelCardTexts.selectionRate,
    modelCardTexts.truePositiveRate,
  ];
  return html`<div class="scroll"><table>
<caption>${word(modelCardTexts.within, { months: report.horizon })}</caption>
<thead><tr>${heads.map((head, at) => html`<th scope="col" class="${at > 0 ? 'number' : 'name'}">${head[language]}</th>`)}</tr></thead>
${report.groups.map(
  ({ name, groups }) => html`<tbody>
<tr><th class="part" scope="rowgroup" colspan="${heads.length}">${nameOf(name, language)}</th></tr>
${groups.map(
  (
    group,
  ) => html`<tr><th scope="row">${labelOf(name, group.label, language)}</th>${cells(group, language)}</tr>
`,
)}</tbody>`,
)}
</table></div>`;
}

function cells(group: GroupReport, language: PageParts['language']): Markup {
  const { count, interval, share } = wordsIn(language);
  if (group.status === 'suppressed')
    return html`<td colspan="7" class="quiet">${texts.withheld.suppressed[language]}</td>`;
  const shown = [
    count(group.peopleRounded),
    interval(group.observedExpectedRatio, 2),
    group.calibrationSlope ? interval(group.calibrationSlope, 2) : '–',
    interval(group.auc, 3),
    interval(group.brier, 4),
    share(group.selectionRate),
    share(group.truePositiveRate),
  ];
  return html`${shown.map((text) => html`<td class="number">${text}</td>`)}`;
}

const nameOf = (name: string, language: PageParts['language']) =>
  name in groupNames ? groupNames[name as keyof typeof groupNames][language] : name;

function labelOf(name: string, label: string, language: PageParts['language']): string {
  if (name === 'municipality') return municipalityName(label, language);
  if (name === 'ageBand' && label in ageBands) return ageBands[label as AgeBand][language];
  if (name === 'serviceStatus') return serviceStatuses[label as ServiceStatus][language];
  return label in labels ? labels[label as keyof typeof labels][language] : label;
}
