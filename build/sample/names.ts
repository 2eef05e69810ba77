import type { Sex } from './person.ts';

/** First names that are common in many countries; put together with the surnames at random they name nobody. */
export const FIRST_NAMES = {
  K: [
    'Yasmin', 'Hirut', 'Leila', 'Åsa', 'Rania', 'Maryam', 'Fatima', 'Ngozi', 'Priya', 'Lakshmi', 'Meera', 'Ananya', 'Selam',
    'Amina', 'Aisha', 'Zainab', 'Nour', 'Camila', 'Valentina', 'Mariana', 'Adriana', 'Lucía', 'Renée', 'Zoë', 'Hanna', 'Sara',
    'Xin', 'Li', 'Wei', 'Chiamaka', 'Märta-Lovisa', 'Thị Hồng', 'Siân', 'Ayşe', 'Małgorzata',
  ],
  M: [
    'Omar', 'Youssef', 'Reza', 'Rahul', 'Amir', 'Hassan', 'Ali', 'Ahmad', 'Karim', 'Dawit', 'Tesfaye', 'Samuel', 'Emeka', 'Chidi',
    'Arjun', 'Vikram', 'Sanjay', 'Mateus', 'Diego', 'Carlos', 'José', 'Nuño', 'Émile', 'André', 'Björn', 'Göran', 'Jun', 'Min',
    'Jean-Baptiste', 'Văn Đức', 'Søren', 'Łukasz',
  ],
} satisfies Record<Sex, readonly string[]>;

export const LAST_NAMES = [
  'Khalil', 'Haddad', 'Nasser', 'Hosseini', 'Karimi', 'Rahimi', 'Khan', 'Hussain', 'Chowdhury', 'Rahman', 'Patel', 'Sharma',
  'Reddy', 'Iyer', 'Perera', 'Tadesse', 'Bekele', 'Mensah', 'Okafor', 'Adeyemi', 'Otieno', 'Silva', 'Souza', 'Rodríguez',
  'García', 'Fernández', 'Müller', 'Öztürk', 'Åkerström', 'Nguyễn', 'Pham', 'Wang', 'Zhang', 'Chen', 'Liu', "O'Brien",
  'Al-Masri', 'El Amrani', 'Ek "Ekis" Öberg', 'de la Cruz-Åhlén',
];

/** Towns with a postcode that belongs to them. */
export const TOWNS = [
  ['Stockholm', '11120'], ['Göteborg', '41103'], ['Malmö', '21115'], ['Uppsala', '75310'], ['Linköping', '58222'],
  ['Örebro', '70211'], ['Västerås', '72211'], ['Umeå', '90325'], ['Luleå', '97231'], ['Sundsvall', '85230'],
  ['Jönköping', '55111'], ['Lund', '22100'],
] as const;

export const COMMENTS = [
  'Kan pendla; har körkort B', 'Söker även praktik i Umeå; Luleå', 'CV finns bifogat.\nBetyg skickas "senare" enligt uppgift',
  'Har pratat med handläggare i Göteborg.', 'Wants to start as soon as possible',
];

export const EDUCATION_TEXTS = ['Civilingenjör; maskinteknik', 'B.Sc. in Computer Science', 'Magister i "ekonomi"'];
