/** Of a file that is not there, or no longer: nothing. Any other failure is one. For `catch`. */
export function nothingWhereGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
