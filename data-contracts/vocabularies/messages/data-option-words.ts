import type { Texts } from '../../schemas/fields.ts';

/** Options of bringing data in: checked, profiled, imported, and how well they were recorded. */
export const dataOptionWords: readonly Texts[] = [
  {
    en: 'of the whole county, or by municipality or unit',
    fi: 'koko alueelta, kunnittain tai yksiköittäin',
    sv: 'för hela området, per kommun eller per enhet',
  },
  {
    en: 'the earliest year that is shown',
    fi: 'ensimmäinen näytettävä vuosi',
    sv: 'det första året som visas',
  },
  {
    en: 'of omop: a folder of CSV or Parquet files, or a DuckDB file',
    fi: 'omop: kansio CSV- tai Parquet-tiedostoja tai DuckDB-tiedosto',
    sv: 'omop: en mapp med CSV- eller Parquet-filer, eller en DuckDB-fil',
  },
  {
    en: 'of omop: whether the people are real',
    fi: 'omop: ovatko henkilöt todellisia',
    sv: 'omop: om personerna är verkliga',
  },
  {
    en: 'where the proposed mapping goes; mapping.proposed.json in the folder unless told',
    fi: 'mihin kuvausehdotus kirjoitetaan; oletuksena mapping.proposed.json samaan kansioon',
    sv: 'vart den föreslagna beskrivningen skrivs; annars mapping.proposed.json i mappen',
  },
  {
    en: 'say what would be accepted, and take nothing in',
    fi: 'kerro, mitä hyväksyttäisiin, ottamatta mitään sisään',
    sv: 'säg vad som skulle godkännas, utan att ta in något',
  },
];
