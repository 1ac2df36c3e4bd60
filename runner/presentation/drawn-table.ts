import Table from 'cli-table3';
import utils from 'cli-table3/src/utils.js';

/**
 * cli-table3, which for its own log cuts the text of every cell short, sign by sign, for each line that it draws: most
 * of a cohort's time went there. What a text begins with decides how it is cut, and a line that is drawn has no breaks.
 */
const { truncate } = utils;
utils.truncate = (text, width, sign) =>
  truncate(text.length <= width ? text : text.split('\n', 1)[0]!.slice(0, 4 * width + 16), width, sign);

export default Table;
