/** A statement of a policy, its references written out. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What is asked: somebody doing something to something, and what AWS knows of the occasion. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * Whether identity-based and resource-based policies of one account allow it: something allows and nothing denies.
 * @throws RangeError for an operator that it does not know, rather than guess
 * @source IAM user guide, "Policy evaluation logic"
 */
export function isAllowed(statements: readonly Statement[], asked: Asked): boolean {
  const applying = statements.filter((statement) => applies(statement, asked));
  return (
    applying.some(({ effect }) => effect === 'Allow') && applying.every(({ effect }) => effect === 'Allow')
  );
}

function applies({ actions, resources, conditions }: Statement, asked: Asked): boolean {
  return (
    actions.some((action) => matches(action.toLowerCase(), asked.action.toLowerCase())) &&
    resources.some((resource) => matches(resource, asked.resource)) &&
    Object.entries(conditions).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, asked.context?.[key], values)),
    )
  );
}

/** A key that the occasion does not have fails a positive operator and meets a negated one. */
function holds(operator: string, value: string | undefined, expected: readonly string[]): boolean {
  const isAny = expected.some((one) => value !== undefined && matches(one, value));
  if (operator.endsWith('IfExists') && value === undefined) return true;
  if (['StringLikeIfExists', 'StringEquals', 'StringLike', 'ArnEquals', 'ArnLike', 'Bool'].includes(operator))
    return isAny;
  if (['StringNotEquals', 'ArnNotEquals', 'ArnNotLike'].includes(operator)) return !isAny;
  if (operator === 'Null') return (value === undefined) === (expected[0] === 'true');
  if (operator === 'NumericLessThan') return value !== undefined && Number(value) < Number(expected[0]);
  throw new RangeError(`condition: expected a known operator, got ${operator}`);
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern
    .split('*')
    .map((part) => part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('?', '.'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** Statements of a policy document of CloudFormation, references written as text. */
export function statementsOf(document: unknown): Statement[] {
  const { Statement: written } = document as { Statement: Record<string, unknown>[] };
  return written.map((one) => ({
    effect: one.Effect as Statement['effect'],
    actions: listOf(one.Action),
    resources: listOf(one.Resource),
    conditions: Object.fromEntries(
      Object.entries((one.Condition ?? {}) as Record<string, Record<string, unknown>>).map(
        ([operator, keys]) => [
          operator,
          Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, listOf(values)])),
        ],
      ),
    ),
  }));
}

const listOf = (given: unknown): string[] => (Array.isArray(given) ? given : [given]).map(textOf);

/** A value of a template as text: the account is `123456789012`, another resource its name. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, inner]] = Object.entries(value) as [[string, unknown]];
  if (name === 'Ref') return pseudo[inner as string] ?? `<${inner}>`;
  if (name === 'Fn::GetAtt') return `<${(inner as string[])[0]}>`;
  if (name === 'Fn::Join') return (inner as [string, unknown[]])[1].map(textOf).join((inner as [string])[0]);
  if (name === 'Fn::ImportValue') return importedId(inner as string);
  return JSON.stringify(value);
}

const pseudo: Record<string, string> = {
  'AWS::AccountId': '123456789012',
  'AWS::Region': 'eu-north-1',
  'AWS::Partition': 'aws',
};

/** The resource that an export of the data stack is about, as the stack itself would refer to it. */
const importedId = (name: string) => `<${/FnGetAtt(.+?)(Arn)?[0-9A-F]{8}$/.exec(name)?.[1] ?? name}>`;
