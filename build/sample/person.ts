import type { Country } from './countries.ts';

export type Sex = 'K' | 'M';

/** The portal's columns in the portal's order. */
export const COLUMNS = [
  'ansoknings_id', 'inkom_datum', 'intag', 'personnummer', 'fornamn', 'efternamn', 'kon', 'fodelsedatum',
  'fodelseland', 'medborgarskap', 'epost', 'telefon', 'gatuadress', 'postnummer', 'postort', 'samtycke',
  'samtycke_datum', 'uppehallstillstand', 'giltigt_till', 'arbetsratt', 'forlangning_ansokt', 'mottagningsbevis',
  'beslut_bifogat', 'klassningskod', 'forsta_beslut_bifogat', 'utbildningsniva_sun', 'utbildningsinriktning_sun',
  'utbildning_fritext', 'utbildningsland', 'examensdatum', 'underlag_utbildning', 'engelska', 'svenska',
  'arbetslivserfarenhet_sverige_man', 'arbete_tim_vecka', 'studietakt', 'tidigare_jobbspranget', 'onskad_ort', 'kommentar',
] as const;
export type Column = (typeof COLUMNS)[number];

export const REGISTER_COLUMNS = [
  'personnummer', 'arbetssokande_status', 'inskrivningsdatum', 'sokandekategori_kod', 'planeringssamtal', 'program',
  'plan_fornyad', 'plan_medger_praktik', 'behov_bedomt', 'skyddade_uppgifter', 'folkbokford_datum',
] as const;

export const PERMIT_COLUMNS = [
  'personnummer', 'dossiernummer', 'arendetyp', 'beslutskod', 'klassningskod', 'giltigt_fran', 'giltigt_till',
  'arbetsratt', 'ansokan_inkom', 'mottagningsbevis',
] as const;

/** What the authority's register says of a person; every value as it is written in the extract. */
export type Register = {
  status: string;
  enrolled: string;
  category: string;
  planningCall: string;
  programme: string;
  planRenewed: string;
  planAllows: string;
  needAssessed: string;
  protectedPerson: string;
  residentSince: string;
};

/** One decision in Migrationsverket's extract. */
export type Permit = { validFrom: string; validTo: string; workRight: string; extension: string; receipt: string };

/** A made-up applicant: what is true of the person, before it is written in the ways that files are written. */
export type Person = {
  applicationId: string;
  sex: Sex;
  firstName: string;
  lastName: string;
  /** As the register writes it: YYYYMMDD-NNNN. */
  number: string;
  birth: string;
  bornIn: Country;
  citizenOf: Country;
  studiedIn: Country;
  received: string;
  consent: 'ja' | 'nej' | 'delvis' | '';
  consentDate: string;
  kind: string;
  validTo: string;
  workRight: string;
  extension: string;
  receipt: 'ja' | 'nej' | '';
  decisionAttached: 'ja' | 'nej' | '';
  classCode: string;
  firstDecisionAttached: 'ja' | 'nej' | '';
  level: string;
  field: string;
  degreeDate: string;
  evidence: string;
  english: string;
  swedish: string;
  monthsWorked: string;
  hoursPerWeek: string;
  studyPace: string;
  earlierPlace: 'ja' | 'nej';
  town: number;
  street: number;
  phone: number;
  wantedTown: number;
  comment: string;
  educationText: string;
  /** The register's row; null when the register does not know the person. */
  register: Register | null;
  /** Migrationsverket's rows in the order they stand in the extract. */
  permits: Permit[];
  /** Cells that are written exactly so, whatever is true of the person. */
  cells: Partial<Record<Column, string>>;
};

/** Kinds of permit without an end by kind. */
export const ENDLESS = ['PUT', 'permanent-uppehallsratt', 'svensk-medborgare'];

/** Kinds that end and raise no question by themselves. */
export const ENDING = ['TUT-flykting', 'TUT-alternativt-skydd', 'TUT-anknytning', 'uppehallskort'];
