import { describe, expect, it } from 'vitest';
import { askedPeopleOf, wrongPreset } from '../../../runner/asked-people-options.ts';

describe('the words that name people in a command', () => {
  it('are ids of statuses, or their names in any of the three languages', () => {
    expect(
      askedPeopleOf({ serviceStatus: ['none', 'Säännöllinen kotihoito', 'enstaka tjänster'] }, 'en'),
    ).toEqual({
      serviceStatuses: ['none', 'regular-home-care', 'occasional'],
      livesAlone: undefined,
      preset: undefined,
    });
    expect(askedPeopleOf({ livesAlone: true, preset: 'a' }, 'en')).toMatchObject({
      livesAlone: 'yes',
      preset: 'a',
    });
  });

  it.each([
    ['fi', /^Palvelutilannetta kotihoito ei ole\. Valitse näistä: none \(Ei palveluja\), occasional /],
    [
      'sv',
      /^Servicesituationen kotihoito finns inte\. Välj bland dessa: none \(Inga tjänster\), occasional /,
    ],
    ['en', /^There is no service status kotihoito\. Choose from these: none \(No services\), occasional /],
  ] as const)(
    'that name none are refused in the reader’s language, with those that there are: %s',
    (language, said) => {
      expect(() => askedPeopleOf({ serviceStatus: ['kotihoito'] }, language)).toThrow(said);
      const { message, code } = wrongPreset(
        { status: 'unknown-preset', given: 'x', known: ['a', 'b'] },
        language,
      );
      expect(message).toMatch(/x.*a, b/);
      expect(code).toBe('wrong-people');
    },
  );
});
