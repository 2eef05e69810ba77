import type { cli as swedish } from './text.sv.ts'

const steps: Readonly<Record<string, string>> = { bedömning: 'assessment', ärenden: 'cases', intyg: 'credentials', omprövning: 'assessment by the new rules', journal: 'journal', handlingar: 'documents' }

/** What the command line says, in English. */
export const cli: typeof swedish = {
  usage: `Språngbräda on the command line

  --language sv or en
      The language of messages, help and explanations. Files for the portal have the same columns and words in both.

  screen --programme jobbspranget --intake NAME --applications FILE [--register FILE] [--permits FILE] --out FOLDER [--store FOLDER]
         [--evaluation-date YYYY-MM-DD --place-start YYYY-MM-DD --place-end YYYY-MM-DD] [--plan FILE.json] [--problems FOLDER]
      Assesses an intake and writes screening.csv, refused.csv and summary.json in FOLDER.
      Without --store an encrypted store is used and removed afterwards. With --store the passphrase is read from the
      environment variable SPRANGBRADA_PASSPHRASE or asked for. An intake the programme does not know needs the three dates.
      --plan says how files with other headers are read, as inspect writes it. --problems writes the rows that were refused or
      remarked on in the file's own columns with the reason last, one file per kind. Those files are not encrypted.

  inspect FILE ... [--programme jobbspranget] [--store FOLDER] [--values]
      Shows as JSON what files are, what their columns mean and the plan by which screen can read them. With --store, columns
      saved for a sender are used. Without --values nothing from the rows is printed.

  demo --out FOLDER
      Runs the whole journey on the sample intakes of 2023: assessment, decision and form for each accepted offer.

  assess --programme ID --on YYYY-MM-DD --facts FILE.json
      Assesses facts written by hand, by the rules of a day, and prints each light with its reasons as JSON.
      FILE.json is an object: the id of a fact and its value, a list, or null for what does not exist.

  rules check [FOLDER OR PROGRAMME FILE ...]
      Checks the programmes: that the rules can be read, that the examples come out and that each light can be reached. Each
      mistake is a line; mistakes in the rules are told in Swedish, the language that they are written in.

  rules diff A B
      Shows what differs between two rule sets. A and B are PROGRAMME@VERSION, a programme file or PROGRAMMEFILE@VERSION.

  rules export ID --out FILE
      Saves a programme as a text file that can be read, changed and read in.

  documents --store FOLDER --intake NAME --from ZIP, FOLDER OR FILE
      Reads in documents to the applications of an intake and prints what became of each file as JSON.

  proof check --store FOLDER --application ID FILE ... [--intake NAME] [--reason REASON] [--keep] [--values]
      Checks credentials against a case, offline, and prints the outcome as JSON, with a sentence on each file. Nothing is stored
      but that the case was opened; with --keep the credentials are put into the case, as in the window. --reason is needed for
      somebody with protected personal data. Without --values no values from the credentials are printed. Ends with 1 if any
      credential is not accepted.

  what-if --store FOLDER --programme ID --version VERSION --out FOLDER
      Assesses each intake of the programme in the store by another version and writes what-if.csv and what-if.json. The store is
      not changed.
`,
  languageWrong: 'After --language there must be sv or en.',
  commandUnknown: command => `There is no command “${command}”.`,
  unknown: 'unknown',
  option: {
    unknown: name => `There is no option ${name}.`,
    unreadable: 'The options could not be read: each must be followed by a value.',
    missing: name => `The option --${name} is missing.`,
    date: name => `--${name} must be a date such as 2023-01-20.`,
  },
  programmeUnknown: (id, known) => `There is no programme “${id}”. These exist: ${known}.`,
  store: {
    absent: 'There is no store there. Give the folder that the store is in.',
    made: code => `A new store has been set up. Recovery code (shown only now): ${code}`,
    passphrase: 'Passphrase: ',
    step: step => steps[step] ?? step,
  },
  assess: {
    object: 'The file of facts must be a JSON object: { "id of the fact": value, ... }. Write null for what does not exist.',
    json: line => `The file of facts is not valid JSON${line === undefined ? '' : ` (the mistake is at line ${line})`}. Check quotes, commas and braces.`,
  },
  demo: {
    begins: 'Running the sample intakes of 2023: applications, lights, decisions and forms …',
    done: (seconds, folder) => `Done in ${seconds} s. The results are in ${folder}:\n  screening-*.csv  colour and rules per application\n  blanketter       a decision on a work placement per accepted offer (PDF, in Swedish)\n  summary.json     the figures above`,
    heads: ['applicants', 'green', 'offered', 'decisions'],
    women: 'Women', men: 'Men', total: 'Total',
    sums: (orange, red, refused, duplicates, places) => `Orange ${orange}, red ${red}, rows refused ${refused}, duplicates ${duplicates}, places ${places}.`,
  },
  intakeMissing: name => `There is no intake “${name}” in the store.`,
  intakeUnknown: name => `The intake “${name}” is not known. Give --evaluation-date, --place-start and --place-end.`,
  inspect: { none: 'Give at least one file.', many: 'Give at most 20 files.', options: 'inspect takes files and the options --programme, --store and --values.' },
  plan: {
    broken: file => `${file} is not a plan: a list of objects that have file and what is to hold for the file (kind, encoding, separator, sheet, headerRow, columns, allOfIntake).`,
    other: file => `The plan is for the file “${file}”, which is not read.`,
  },
  rules: {
    nothing: 'After “rules” there must be check, diff or export.',
    unknown: what => `There is no command “rules ${what}”; there are check, diff and export.`,
    good: (versions, rules, examples) => `no mistakes (${versions} ${versions === 1 ? 'version' : 'versions'}, ${rules} ${rules === 1 ? 'rule' : 'rules'}, ${examples} ${examples === 1 ? 'example' : 'examples'})`,
    bad: n => `${n} ${n === 1 ? 'mistake' : 'mistakes'}`,
    exportWhat: 'After “rules export” there must be the id of the programme.',
    exported: (programme, file) => `The programme “${programme}” is saved in ${file}.`,
    diffWhat: 'After “rules diff” there must be two names: PROGRAMME@VERSION or a programme file.',
    same: 'The rules are the same.',
    kinds: { rule: 'The rule', parameter: 'The parameter', definition: 'The definition', fact: 'The fact', section: 'The section' },
    changes: { changed: 'is changed', added: 'is added', removed: 'is removed' },
    nothingThere: '(nothing)',
  },
  proof: {
    nothing: 'After “proof” there must be check.',
    unknown: what => `There is no command “proof ${what}”; there is check.`,
    options: 'proof check takes files and the options --store, --application, --intake, --reason, --keep and --values.',
    missing: 'The application is not in the store. Check --application and --intake.',
    several: intakes => `The application is in several intakes. Give --intake with one of them: ${intakes}.`,
    valid: 'The credential is genuine, in force and about the person of the case. Nothing is stored; put it in with --keep or in the window.',
    unreadable: 'The file could not be read.',
    line: (n, says) => `File ${n}: ${says}`,
  },
}
