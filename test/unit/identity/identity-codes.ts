import fc from 'fast-check';

const controlCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const marksOfCentury: Record<string, string> = { '18': '+', '19': '-YXWVU', '20': 'ABCDEF' };

/** A temporary personal identity code (individual number 900–999): nobody real has one. */
export function testCode(
  bornOn: string,
  individual = 901,
  mark = marksOfCentury[bornOn.slice(0, 2)]![0],
): string {
  const [year, month, day] = bornOn.split('-') as [string, string, string];
  const digits = `${day}${month}${year.slice(2)}`;
  const number = String(individual).padStart(3, '0');
  return `${digits}${mark}${number}${controlCharacters[Number(`${digits}${number}`) % 31]}`;
}

/** A day of birth with a code of it, whatever the mark of its century. */
export const codeOfSomebody = fc
  .record({
    born: fc.date({ min: new Date('1850-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    individual: fc.integer({ min: 900, max: 999 }),
    mark: fc.nat(),
  })
  .map(({ born, individual, mark }) => {
    const bornOn = born.toISOString().slice(0, 10);
    const marks = marksOfCentury[bornOn.slice(0, 2)]!;
    return { bornOn, code: testCode(bornOn, individual, marks[mark % marks.length]) };
  });
