import type { QualityPlace } from '../../../data-contracts/schemas/recording-quality.ts';
import type { RecordingCount } from '../../../functions/core/ports/recording-counts.ts';

const count = (place: string, people: number, rows: number): RecordingCount => ({
  table: 'service-events',
  year: 2024,
  place,
  rows,
  people,
  late30: Math.round(rows * 0.31),
  late90: Math.round(rows * 0.02),
  coded: Math.round(rows * 0.97),
  implausible: 0,
  filled: [rows, Math.round(rows * 0.5), Math.round(rows * 0.12), 0],
});

/** Recorded rows of an invented county: one place of many people, one of few. */
export const smallRecording = (place: QualityPlace): RecordingCount[] =>
  place === 'county' ? [count('', 719, 3254)] : [count('905', 700, 3212), count('231', 19, 42)];
